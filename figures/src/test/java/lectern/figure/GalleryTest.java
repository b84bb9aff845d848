package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What holds for every kind of figure.
class GalleryTest {

    private static final Map<String, Exhibit<?>> FIGURES = Gallery.figures();

    @TestFactory
    Iterable<DynamicTest> svgStandsOnAnyPage() {
        return FIGURES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> standsOnAnyPage(entry.getValue())))
                .toList();
    }

    private static void standsOnAnyPage(Figure figure) {
        String text = figure.svg();
        var svg = new Svg(text);
        assertTrue(svg.ids().isEmpty(), "ids");
        assertTrue(svg.all("script").isEmpty() && svg.all("style").isEmpty());
        assertFalse(text.contains("url("), "references");
        svg.all("image").forEach(image -> assertTrue(image.getAttribute("href").startsWith("data:image/png;base64,")));
        assertEquals(
                "0 0 " + svg.root().getAttribute("width") + " " + svg.root().getAttribute("height"),
                svg.root().getAttribute("viewBox"));
        assertTrue(text.getBytes(StandardCharsets.UTF_8).length <= 60_000, "size");
        assertEquals(text, figure.svg());
        assertFalse(text.contains("NaN"));
    }

    @Test
    void wordsAreInsideThePictureAndApart() {
        for (var entry : FIGURES.entrySet()) {
            Drawing drawing = entry.getValue().snapshot().drawing(Theme.LIGHT);
            var page = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
            var words = drawing.marks().stream()
                    .filter(Mark.Words.class::isInstance)
                    .map(Mark.Words.class::cast)
                    .toList();
            for (int i = 0; i < words.size(); i++) {
                Rectangle2D box = Letters.outline(words.get(i)).getBounds2D();
                assertTrue(page.contains(box), entry.getKey() + ": " + words.get(i));
                for (int k = 0; k < i; k++) {
                    boolean aslant =
                            words.get(i).angle() % 90 != 0 || words.get(k).angle() % 90 != 0;
                    Rectangle2D other = Letters.outline(words.get(k)).getBounds2D();
                    assertTrue(aslant || !box.intersects(other), entry.getKey() + ": " + words.get(i) + words.get(k));
                }
            }
        }
    }

    @Test
    void textsAreOfTheirCharactersAndNotWide() {
        for (var entry : FIGURES.entrySet()) {
            String ascii = entry.getValue().text();
            assertTrue(ascii.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f)), entry.getKey() + ascii);
            for (TextStyle style : TextStyle.values()) {
                String text = entry.getValue().text(style);
                assertTrue(text.lines().allMatch(line -> line.length() <= 130), entry.getKey() + "\n" + text);
                assertFalse(text.isBlank());
            }
        }
    }

    @Test
    void descriptionsAreSentences() {
        for (var entry : FIGURES.entrySet()) {
            String description = entry.getValue().snapshot().description();
            assertTrue(description.endsWith("."), entry.getKey() + ": " + description);
        }
    }
}
