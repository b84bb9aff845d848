package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a cell does, an interrupt stops it and all its threads, ten times in a row.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTest {

    private static final int TIMES = 10;
    private static final String BEGUN = "lectern.kernel.eval.Started.latch.countDown();\n";

    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CompilingEvaluator evaluator = new CompilingEvaluator(
            List.of(
                    "import java.util.*;",
                    "import java.util.stream.*;",
                    "import java.util.concurrent.*;",
                    "import java.net.*;",
                    "import static lectern.kernel.eval.Started.*;"),
            List.of(),
            notes::add);
    private int cell;

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("bare loop", "while (true) { }"),
                shape("loop with a variable", "long q = 0; while (true) { q++; }"),
                shape("nested counted loops", "for (int i = 0; ; i++) { for (int j = 0; j < 10; j++) { } }"),
                shape("loop in a method", "void loop() { for (;;) { } }\nloop();"),
                shape("constructor", "class A { A() { while (true) { } } }\nnew A();"),
                shape(
                        "static initialiser",
                        "class S%d { static int n; static { while (TICKS.get() >= 0) { } } }\nS%d.n++;"),
                shape("instance initialiser", "class I { { while (TICKS.get() >= 0) { } } }\nnew I();"),
                shape("lambda", "Runnable r = () -> { while (true) { } };\nr.run();"),
                shape("stream", "IntStream.range(0, 3).forEach(i -> { while (true) { } });"),
                shape("parallel stream", "IntStream.range(0, 100).parallel().forEach(i -> { while (true) { } });"),
                shape("endless stream", "Stream.iterate(1, i -> i + 1).filter(i -> i < 0).findFirst()"),
                shape("catches Throwable", "while (true) { try { Math.sin(1); } catch (Throwable t) { } }"),
                shape("catches inside", "while (true) { try { while (true) { } } catch (Throwable t) { continue; } }"),
                shape("loop in finally", "try { while (true) { } } finally { while (true) { } }"),
                shape("sleep in finally", "try { Thread.sleep(100_000); } finally { Thread.sleep(100_000); }"),
                shape("sleep", "Thread.sleep(1_000_000);"),
                shape("sleep that is caught", "while (true) { try { Thread.sleep(9_000); } catch (Exception e) { } }"),
                shape("wait", "var lock = new Object();\nsynchronized (lock) { lock.wait(); }"),
                shape("join", "var t = new Thread(() -> { while (true) { } });\nt.start();\nt.join();"),
                shape("queue", "new LinkedBlockingQueue<Integer>().take()"),
                shape(
                        "lock",
                        "var l = new locks.ReentrantLock();\nvar h = new Thread(l::lock);\nh.start();\nh.join();\n"
                                        .replace("locks.", "java.util.concurrent.locks.")
                                + "l.lockInterruptibly();"),
                shape("future", "new CompletableFuture<Integer>().get()"),
                shape("future that is joined", "new CompletableFuture<Integer>().join()"),
                shape(
                        "join of many",
                        "Stream.of(new CompletableFuture<Integer>()).map(CompletableFuture::join).toList()"),
                shape(
                        "lock for ever",
                        "var l = new java.util.concurrent.locks.ReentrantLock();\nvar h = new Thread(l::lock);\nh.start();\nh.join();\nl.lock();"),
                shape(
                        "socket",
                        "var server = new ServerSocket(0);\nvar s = new Socket(\"localhost\", server.getLocalPort());\n"
                                + "s.getInputStream().read()"),
                shape("accept", "new ServerSocket(0).accept()"),
                shape("channel", "java.nio.channels.ServerSocketChannel.open().bind(null).accept()"),
                shape("process", "new ProcessBuilder(\"sleep\", \"60\").start().waitFor()"),
                shape(
                        "recursion",
                        "int f(int n) { try { return f(n + 1); } catch (Error e) { return f(n + 1); } }\nf(0)"),
                shape("deep loop", "void g(int n) { if (n > 3000) { while (true) { } } g(n + 1); }\ng(0);"),
                shape(
                        "thread of its own",
                        "Thread.ofPlatform().start(() -> { while (true) { TICKS.addAndGet(1); } }).join();"),
                shape(
                        "sleeping threads",
                        "for (int i = 0; i < 5; i++) { new Thread(() -> { while (true) { TICKS.addAndGet(1);"
                                + " try { Thread.sleep(20); } catch (InterruptedException e) { } } }).start(); }\nThread.sleep(99_999);"),
                shape(
                        "pool",
                        "var pool = Executors.newFixedThreadPool(2);\n"
                                + "pool.submit(() -> { while (true) { TICKS.addAndGet(1); } }).get();"),
                shape(
                        "virtual thread",
                        "Thread.ofVirtual().start(() -> { while (true) { TICKS.addAndGet(1); } }).join();"),
                shape(
                        "sleeping virtual threads",
                        "for (int i = 0; i < 5; i++) { Thread.startVirtualThread(() -> { while (true) {"
                                + " TICKS.addAndGet(1); try { Thread.sleep(20); } catch (InterruptedException e) { } } }); }\nThread.sleep(99_999);"),
                shape(
                        "executor of virtual threads",
                        "try (var all = Executors.newVirtualThreadPerTaskExecutor()) {\n"
                                + "all.submit(() -> { while (true) { TICKS.addAndGet(1); } });\n}"),
                shape(
                        "common pool",
                        "CompletableFuture.runAsync(() -> { while (true) { TICKS.addAndGet(1); } }).get();"));
    }

    private static Arguments shape(String name, String code) {
        return Arguments.argumentSet(name, code);
    }

    private Outcome run(String source) {
        return evaluator.evaluate(++cell, source);
    }

    private @Nullable Object value(String source) {
        return assertInstanceOf(Outcome.Value.class, run(source)).value();
    }

    /// Runs a cell and interrupts it when it has begun.
    private Outcome interrupted(String source) throws InterruptedException {
        Started.latch = new CountDownLatch(1);
        var outcome = CompletableFuture.supplyAsync(() -> run(source), task -> new Thread(task).start());
        Started.latch.await();
        evaluator.interrupt();
        return outcome.join();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itIsStopped(String code) throws InterruptedException {
        run("int state = 0;");
        notes.clear();
        for (int i = 1; i <= TIMES; i++) {
            var ended = interrupted("state = " + i + ";\n" + BEGUN + code.replace("%d", String.valueOf(cell + 1)));
            assertEquals(
                    "Interrupted",
                    assertInstanceOf(Outcome.Failure.class, ended).name());
            assertEquals(i, value("state"));
        }
        awaitQuiet();
        assertEquals(List.of(), notes);
    }

    /// No thread is at work for a cell, and none that has another home goes on.
    private static void awaitQuiet() throws InterruptedException {
        while (!threadsOfCells().isEmpty()) {
            Thread.sleep(10);
        }
        long before = -1;
        while (before != Started.TICKS.get()) {
            before = Started.TICKS.get();
            Thread.sleep(50);
        }
    }

    private static List<Thread> threadsOfCells() {
        var found = new ArrayList<Thread>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("cells."))) {
                found.add(thread);
            }
        });
        return found;
    }

    @Test
    void whatEarlierCellsHaveStartedGoesOnUntilAnInterruptBetweenCells() throws InterruptedException {
        run("new Thread(() -> { while (true) { TICKS.addAndGet(1); Thread.yield(); } }).start();");
        interrupted(BEGUN + "while (true) { }");
        run("int after = 1;");
        awaitTick();
        evaluator.interrupt();
        awaitQuiet();
        assertEquals(1, value("after"));
    }

    private static void awaitTick() throws InterruptedException {
        long before = Started.TICKS.get();
        while (before == Started.TICKS.get()) {
            Thread.sleep(1);
        }
    }

    @Test
    void whatCannotBeStoppedIsTold() throws InterruptedException {
        notes.clear();
        Started.released = false;
        Started.latch = new CountDownLatch(1);
        var outcome = CompletableFuture.supplyAsync(() -> run(BEGUN + "spin();"), task -> new Thread(task).start());
        Started.latch.await();
        evaluator.interrupt();
        while (notes.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Started.released = true;
        assertEquals(
                "Interrupted",
                assertInstanceOf(Outcome.Failure.class, outcome.join()).name());
        var note = notes.getFirst();
        assertTrue(note.startsWith("thread \"cell " + cell + "\" does not stop: it is in "), note);
        assertTrue(note.contains("called at cell [" + cell + "], line 2"), note);
        assertTrue(note.endsWith("restart the kernel, which loses its variables"), note);
    }

    @Test
    void aMonitorThatIsHeldIsTold() throws InterruptedException {
        notes.clear();
        Started.released = false;
        run("var held = new Object();\nvar in = new CountDownLatch(1);\n"
                + "new Thread(() -> { synchronized (held) { in.countDown(); spin(); } }).start();\nin.await();");
        Started.latch = new CountDownLatch(1);
        var outcome = CompletableFuture.supplyAsync(
                () -> run(BEGUN + "synchronized (held) { }"), task -> new Thread(task).start());
        Started.latch.await();
        evaluator.interrupt();
        while (notes.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Started.released = true;
        outcome.join();
        assertTrue(notes.getFirst().contains("waiting for a monitor that another thread holds"), notes.getFirst());
    }
}
