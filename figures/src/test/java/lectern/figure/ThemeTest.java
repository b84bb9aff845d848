package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThemeTest {

    /// Relative luminance after WCAG 2.2; contrast is (L₁ + 0.05) / (L₂ + 0.05).
    private static double luminance(Color color) {
        double[] parts = IntStream.of(color.getRed(), color.getGreen(), color.getBlue())
                .mapToDouble(c -> c / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    @Test
    void wordsStandOutFromThePaper() {
        for (Color ink : new Color[] {Theme.INK, Theme.QUIET_INK}) {
            double contrast = (luminance(Theme.PAPER) + 0.05) / (luminance(ink) + 0.05);
            assertTrue(contrast > 4.5, "contrast " + contrast);
        }
    }

    @Test
    void seriesOfOneColourHaveOtherDashesAndMarkers() {
        assertEquals(Theme.color(0), Theme.color(7));
        assertTrue(!Arrays.equals(Theme.line(0).getDashArray(), Theme.line(7).getDashArray()));
        assertNotEquals(Markers.of(0), Markers.of(7));
    }

    @Test
    void wordsAreCutToTheRoomThereIs() {
        Font font = Theme.font(Font.PLAIN, 12);
        assertEquals("loss", Theme.fitting("loss", font, 100));
        String cut = Theme.fitting("a title that is too long by far", font, 100);
        assertTrue(cut.startsWith("a title") && cut.endsWith("…"), cut);
        assertTrue(Theme.width(cut, font) <= 100);
    }
}
