package lectern.kernel.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Notebook;
import lectern.kernel.display.Output;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Pattern TAG = Pattern.compile("</?([a-z]+)");

    @BeforeAll
    static void use() {
        Notebook.use(new Output(new Bundles(), (_, _) -> {}), new Comms((_, _, _, _) -> {}));
    }

    private static DisplayData picture(Object number) {
        var picture = new DisplayData("picture " + number);
        picture.putSVG("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a\"><text>50% α #" + number + "</text></svg>");
        return picture;
    }

    private static long count(String what, String html) {
        return Pattern.compile(what).matcher(html).results().count();
    }

    @Test
    void eachPictureStandsInThePageWithItsLabel() {
        var html = Controls.frames("epoch <1>", List.of(1, 2, 5), FramesTest::picture)
                .html();
        assertEquals(3, count("<figure ", html));
        assertEquals(3, count("src=\"data:image/svg\\+xml,%3Csvg ", html));
        assertTrue(html.contains("%3Ctext%3E50%25 %CE%B1 %235%3C/text%3E"), html);
        assertTrue(html.contains("alt=\"epoch &lt;1&gt; = 5\""), html);
        assertTrue(html.contains("<input type=\"range\" min=\"0\" max=\"2\" value=\"0\" step=\"1\" disabled "), html);
        assertFalse(html.contains("epoch <1>"), html);
    }

    @Test
    void nothingInThePageIsFetchedOrNamedTwice() {
        var html = Controls.frames("epoch", List.of(1, 2), FramesTest::picture).html();
        var page = (html + html).replace("http://www.w3.org/2000/svg", "the name of SVG");
        assertEquals(0, count("\\sid=\"", page));
        assertEquals(0, count("https?://|url\\(|@import", page));
        var open = new ArrayDeque<String>();
        TAG.matcher(page).results().forEach(tag -> {
            if (tag.group().startsWith("</")) {
                assertEquals(open.pop(), tag.group(1));
            } else if (!List.of("input", "img").contains(tag.group(1))) {
                open.push(tag.group(1));
            }
        });
        assertEquals(0, open.size());
    }

    @Test
    void manyArePrintedAsSix() {
        var html = Controls.frames("epoch", IntStream.rangeClosed(1, 40).boxed().toList(), FramesTest::picture)
                .html();
        assertEquals(6, count("class=\"lectern-printed\"", html));
        assertEquals(34, count("\" style=\"display:none\"><figcaption>", html));
        assertTrue(html.contains("data-label=\"1\" class") && html.contains("data-label=\"40\" class"), html);
    }

    @Test
    void theOtherFormsAreThoseOfTheLast() {
        var bundle = Controls.frames("epoch", Map.of("five", picture(5))).bundle();
        assertEquals("epoch: five\nepoch = five\npicture 5", bundle.getData(MIMEType.TEXT_PLAIN));
        assertTrue(String.valueOf(bundle.getData(MIMEType.IMAGE_SVG)).contains("#5"));
        assertTrue(String.valueOf(bundle.getData(MIMEType.TEXT_HTML)).contains("lectern-frames"));
    }

    @Test
    void whatHasNoPictureIsShownAsText() {
        assertTrue(Controls.frames("n", List.of(1), n -> "a < " + n).html().contains("<pre>a &lt; 1</pre>"));
    }

    @Test
    void noneOrTooManyAreRefused() {
        assertEquals(
                "frames epoch: expected pictures, found none",
                assertThrows(IllegalArgumentException.class, () -> Controls.frames("epoch", Map.of()))
                        .getMessage());
        var large = new DisplayData();
        large.putSVG("<svg>" + "x".repeat(300_000) + "</svg>");
        assertEquals(
                "frames epoch: expected at most 1.0 MB of pictures, found 5 of 1.5 MB together; take fewer of them, or"
                        + " draw less in each",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Controls.frames("epoch", List.of(1, 2, 3, 4, 5), _ -> large))
                        .getMessage());
    }
}
