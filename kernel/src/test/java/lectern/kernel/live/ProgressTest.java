package lectern.kernel.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Notebook;
import lectern.kernel.display.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000;

    private final List<String> published = new ArrayList<>();
    private long now;

    @BeforeEach
    void listen() {
        var output = new Output(
                new Bundles(),
                (type, content) -> published.add(type.charAt(0) + " "
                        + content.getAsJsonObject("data").get("text/plain").getAsString()));
        Notebook.use(output, new Comms((_, _, _, _) -> {}));
    }

    private <T> Progress<T> progress(List<T> elements, int total) {
        return new Progress<>("seeds", elements, total, () -> now);
    }

    @Test
    void aLoopShowsHowFarItIs() {
        for (var element : progress(List.of(1, 2, 3, 4), 4)) {
            now += element == 2 ? 3 * SECOND : SECOND;
        }
        assertEquals(
                List.of(
                        "d seeds [>                             ] 0 of 4",
                        "u seeds [=======>                      ] 1 of 4, 1/s, 3 s left",
                        "u seeds [===============>              ] 2 of 4, 2 s each, 4 s left",
                        "u seeds [======================>       ] 3 of 4, 1.67 s each, 2 s left",
                        "u seeds [==============================] 4 of 4"),
                published);
    }

    @Test
    void aFastLoopShowsItsEndsOnly() {
        for (var _ : progress(List.of(1, 2, 3), 3)) {
            now += 1_000;
        }
        assertEquals(2, published.size());
    }

    @Test
    void nobodyNeedsToKnowTheEnd() {
        for (var _ : progress(List.of(1, 2), -1)) {
            now += SECOND;
        }
        assertEquals(List.of("d seeds 0", "u seeds 1, 1/s", "u seeds 2"), published);
    }

    @Test
    void aLoopThatIsLeftSaysSo() {
        for (var element : progress(List.of(1, 2, 3), 3)) {
            if (element == 2) {
                break;
            }
        }
        OpenBars.leave();
        OpenBars.leave();
        assertEquals(
                List.of(
                        "d seeds [>                             ] 0 of 3",
                        "u seeds [==========>                   ] 1 of 3, left there"),
                published);
    }

    @Test
    void everyRunHasABarOfItsOwn() {
        var twice = progress(List.of(1), 1);
        twice.forEach(_ -> {});
        twice.forEach(_ -> {});
        assertEquals(4, published.size());
    }

    @Test
    void countsAndCollectionsKnowTheirEnd() {
        var seen = new ArrayList<Integer>();
        Loops.progress(3).forEach(seen::add);
        Loops.progress(new Integer[] {3, 4}).forEach(seen::add);
        assertEquals(List.of(0, 1, 2, 3, 4), seen);
        assertTrue(published.getLast().endsWith("2 of 2"), published::toString);
        assertEquals(
                "progress: expected a count of 0 or more, found -1",
                assertThrows(IllegalArgumentException.class, () -> Loops.progress(-1))
                        .getMessage());
    }
}
