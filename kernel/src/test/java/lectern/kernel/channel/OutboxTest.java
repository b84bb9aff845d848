package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final AtomicInteger woken = new AtomicInteger();
    private final Outbox outbox = new Outbox(woken::incrementAndGet);
    private final Origin cell = OriginTest.cell(Long.MAX_VALUE);

    private List<String> taken() {
        var texts = new ArrayList<String>();
        for (var item = outbox.poll(); item != null; item = outbox.poll()) {
            texts.add(
                    switch (item) {
                        case Outbox.Text text -> text.stream() + ":" + text.text();
                        case Outbox.Whole _ -> "message";
                        case Outbox.Mark _ -> "mark";
                    });
        }
        return texts;
    }

    @Test
    void linesTravelTogetherInTheOrderOfTheirStreams() {
        for (int i = 0; i < 3; i++) {
            outbox.print("stdout", cell, "a" + i);
        }
        outbox.print("stderr", cell, "b");
        outbox.print("stdout", OriginTest.cell(Long.MAX_VALUE), "c");
        outbox.add(new Outbox.Whole(List.of(new byte[1])));
        assertEquals(List.of("stdout:a0a1a2", "stderr:b", "stdout:c", "message"), taken());
    }

    @Test
    void textWaitsForMoreButNotForLong() throws InterruptedException {
        outbox.print("stdout", cell, "a");
        assertTrue(outbox.patience() > 0);
        Thread.sleep(40);
        assertEquals(List.of("stdout:a"), taken());
        assertEquals(-1, outbox.patience());
    }

    @Test
    void aFullTextDoesNotWait() {
        outbox.print("stdout", cell, "x".repeat(Outbox.FULL));
        assertEquals(1, taken().size());
    }

    @Test
    void whoIsTooFastWaitsForRoom() throws InterruptedException {
        var printer = Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < 100; i++) {
                outbox.print("stdout", cell, "x".repeat(Outbox.FULL));
            }
        });
        while (printer.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        int texts = 0;
        while (texts < 100) {
            texts += taken().size();
        }
        printer.join();
        assertEquals(100, texts);
    }

    @Test
    void afterTheEndNothingWaits() {
        outbox.print("stdout", cell, "a");
        outbox.close();
        outbox.print("stdout", cell, "b");
        assertFalse(outbox.isDone());
        assertEquals(List.of("stdout:a"), taken());
        assertTrue(outbox.isDone());
        assertNull(outbox.poll());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> outbox.mark().await());
    }
}
