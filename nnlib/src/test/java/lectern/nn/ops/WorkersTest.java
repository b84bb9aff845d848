package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final int before = Workers.threads();

    @AfterEach
    void restoreThreads() {
        Workers.useThreads(before);
    }

    @Test
    void everyPartIsDoneOnce() {
        Workers.useThreads(4);
        for (int round = 0; round < 200; round++) {
            AtomicIntegerArray done = new AtomicIntegerArray(13);
            Workers.run(13, done::incrementAndGet);
            for (int i = 0; i < done.length(); i++) {
                assertEquals(1, done.get(i));
            }
        }
    }

    @Test
    void helpersTakePart() {
        Workers.useThreads(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        Workers.run(2, part -> {
            threads.add(Thread.currentThread());
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(2, threads.size());
    }

    @Test
    void aFailingPartFailsTheCallAndTheNextCallWorks() {
        Workers.useThreads(2);
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> Workers.run(4, part -> {
                    throw new IllegalStateException("part failed");
                }));
        assertEquals("part failed", failure.getMessage());
        AtomicIntegerArray done = new AtomicIntegerArray(4);
        Workers.run(4, done::incrementAndGet);
        assertEquals(1, done.get(3));
    }

    @Test
    void aJobWithinAJobRunsInItsOwnThread() {
        Workers.useThreads(2);
        AtomicIntegerArray done = new AtomicIntegerArray(6);
        Workers.run(2, outer -> Workers.run(3, inner -> done.incrementAndGet(outer * 3 + inner)));
        for (int i = 0; i < 6; i++) {
            assertEquals(1, done.get(i));
        }
    }

    @Test
    void anInterruptOfTheCallerIsKeptForTheCaller() {
        Workers.useThreads(2);
        Thread.currentThread().interrupt();
        Workers.run(8, part -> Thread.onSpinWait());
        assertTrue(Thread.interrupted());
    }

    @Test
    void anInterruptEndsTheWholeJob() {
        Workers.useThreads(2);
        Thread caller = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        assertThrows(
                CancellationException.class,
                () -> Workers.run(100_000, part -> {
                    begun.incrementAndGet();
                    if (part == 0) {
                        caller.interrupt();
                    }
                    Workers.poll();
                }));
        assertTrue(begun.get() < 100_000, begun::toString);
        assertFalse(Thread.interrupted());
    }

    @Test
    void fewerThanOneThreadIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Workers.useThreads(0));
        assertEquals("threads: expected 1 or more, found 0", refusal.getMessage());
    }
}
