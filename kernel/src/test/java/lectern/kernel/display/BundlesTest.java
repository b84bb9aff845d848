package lectern.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private final Bundles bundles = new Bundles();

    private String plain(Object value, String... types) {
        return data(value, types, "text/plain");
    }

    private String data(Object value, String[] types, String type) {
        return Bundles.json(bundles.render(value, types))
                .getAsJsonObject("data")
                .get(type)
                .getAsString();
    }

    @Test
    void arraysAreReadable() {
        assertEquals("int[3] {1, 2, 3}", plain(new int[] {1, 2, 3}));
        assertEquals("int[2][] {int[1] {1}, int[0] {}}", plain(new int[][] {{1}, {}}));
        assertEquals("[int[1] {1}]", plain(List.of(new int[] {1})));
        assertEquals("{a=String[1] {b}}", plain(Map.of("a", new String[] {"b"})));
    }

    @Test
    void longListsAreCut() {
        var text = plain(IntStream.range(0, 1000).boxed().toList());
        assertTrue(text.endsWith("49, ... (1000 elements)]"), text);
    }

    @Test
    void nullIsShown() {
        assertEquals(
                "null",
                Bundles.json(bundles.render(null))
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString());
    }

    @Test
    void anImageIsPngWithText() {
        var image = new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB);
        var png = Base64.getDecoder().decode(data(image, new String[0], "image/png"));
        assertEquals('P', png[1]);
        assertTrue(plain(image).contains("BufferedImage"));
    }

    @Test
    void aTextIsShownAsTheTypeThatIsAskedFor() {
        assertEquals("<b>x</b>", data("<b>x</b>", new String[] {"text/html"}, "text/html"));
    }

    @Test
    void anExceptionIsReadable() {
        assertTrue(plain(new IllegalStateException("why")).startsWith("java.lang.IllegalStateException: why"));
    }
}
