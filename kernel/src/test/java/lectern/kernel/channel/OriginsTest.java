package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private final Origins origins = new Origins();
    private final Origin first = OriginTest.cell(1);
    private final Origin second = OriginTest.cell(1);

    @Test
    void aThreadWorksForTheCellThatStartedIt() throws InterruptedException {
        var seen = new SynchronousQueue<Origin>();
        var go = new SynchronousQueue<Boolean>();
        origins.begin(first);
        Thread.startVirtualThread(() -> {
            try {
                go.take();
                seen.put(origins.current());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        origins.end(first);
        origins.begin(second);
        go.put(true);
        assertSame(first, seen.take());
        assertSame(second, origins.current());
    }

    @Test
    void aPoolWorksForTheCellThatRuns() throws InterruptedException, ExecutionException {
        origins.begin(first);
        try (var pool = Executors.newFixedThreadPool(1)) {
            assertSame(first, pool.submit(origins::current).get());
            origins.end(first);
            assertSame(first, pool.submit(origins::current).get());
            origins.begin(second);
            assertSame(second, pool.submit(origins::current).get());
            assertSame(second, CompletableFuture.supplyAsync(origins::current).get());
        }
    }

    @Test
    void whatWasThereBeforeWorksForTheLatest() throws InterruptedException {
        origins.begin(first);
        origins.end(first);
        assertSame(first, origins.current());
    }
}
