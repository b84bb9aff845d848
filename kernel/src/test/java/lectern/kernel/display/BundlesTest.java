package lectern.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test
    void anExceptionShowsItsCausesAndNoneOfTheKernelsCalls() {
        var inner = new IllegalArgumentException("inner");
        var thrown = new IllegalStateException("outer", inner);
        var own = new StackTraceElement("cell", null, null, "cells.Cell3", "run$1", "Cell3.java", 1);
        var call = new StackTraceElement("java.util.List", "of", "List.java", 7);
        var kernel = new StackTraceElement("lectern.kernel.eval.RunningCell", "run", "RunningCell.java", 9);
        thrown.setStackTrace(new StackTraceElement[] {call, own, call, kernel});
        inner.setStackTrace(new StackTraceElement[] {call, kernel});
        assertEquals("""
                java.lang.IllegalStateException: outer
                    at java.util.List.of(List.java:7)
                    at cell [3]
                Caused by: java.lang.IllegalArgumentException: inner
                    at java.util.List.of(List.java:7)""", plain(thrown));
    }

    @Test
    void nothingIsUsedUpByLooking() {
        var stream = Stream.of(1, 2);
        assertEquals("a stream, not read yet; .toList() shows what comes out of it", plain(stream));
        assertEquals(List.of(1, 2), stream.toList());
        var future = new CompletableFuture<int[]>();
        assertEquals("a future, not done yet", plain(future));
        future.complete(new int[] {1});
        assertEquals("a future, done: int[1] {1}", plain(future));
        assertEquals(
                "a future, failed: java.lang.IllegalStateException: why",
                plain(CompletableFuture.failedFuture(new IllegalStateException("why"))));
        assertEquals("Optional[int[1] {1}]", plain(Optional.of(new int[] {1})));
        assertEquals("Optional.empty", plain(Optional.empty()));
        assertEquals("class java.lang.String", plain(String.class));
    }

    @Test
    void aListMayHoldItself() {
        var list = new ArrayList<Object>();
        list.add(list);
        assertEquals("[[[[[[...]]]]]]", plain(list));
    }

    @Test
    void aTextThatFailsSaysSo() {
        var broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("why");
            }
        };
        assertEquals(
                "[1, (lectern.kernel.display.BundlesTest$1: its toString() failed with java.lang.IllegalStateException: why)]",
                plain(List.of(1, broken)));
    }
}
