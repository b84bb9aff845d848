package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.bench.conformance.Wire.Heard;

/// Stop, and what is answered while a cell runs.
final class InterruptChecks {

    private InterruptChecks() {}

    /// A loop that does not end by itself, in both languages.
    private record Loop(String name, String java, String python) {}

    private static final List<Loop> LOOPS = List.of(
            new Loop("sleep", "while (true) { Thread.sleep(10); }", "import time\nwhile True: time.sleep(.01)"),
            new Loop("bare loop", "while (true) { }", "while True: pass"),
            new Loop("counting loop", "long q = 0; while (true) { q++; }", "q = 0\nwhile True: q += 1"),
            new Loop(
                    "loop in a class",
                    "class L { void go() { while (true) { } } }\nnew L().go();",
                    "class L:\n    def go(self):\n        while True: pass\nL().go()"),
            new Loop(
                    "loop in a lambda",
                    "IntStream.range(0, 3).forEach(i -> { while (true) { } });",
                    "list(map(lambda i: [0 for _ in iter(int, 1)], range(3)))"),
            new Loop(
                    "parallel stream",
                    "IntStream.range(0, 3).parallel().forEach(i -> { while (true) { } });",
                    "import threading\nthreading.Event().wait()"),
            new Loop(
                    "wait",
                    "Object lock = new Object();\nsynchronized (lock) { while (true) { lock.wait(); } }",
                    "import threading\nc = threading.Condition()\nwith c: c.wait()"),
            // In Python an interrupt is no Exception.
            new Loop(
                    "loop that catches everything",
                    "while (true) { try { Math.sin(1); } catch (Throwable e) { } }",
                    "import time\nwhile True:\n    try: time.sleep(.001)\n    except Exception: pass"));

    private static final int TIMES = 10;

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        LOOPS.forEach(loop -> checks.add(new Check("interrupt: " + loop.name, t -> stop(t, loop))));
        checks.add(Check.of("interrupt: queued cells are aborted", t -> {
            String loop = running(t, LOOPS.get(1));
            String queued = t.send("1", "1");
            Thread.sleep(200);
            interrupt(t);
            Check.equal("error", t.subject().await(t.subject().shell, loop).status());
            Check.equal("aborted", t.subject().await(t.subject().shell, queued).status());
            t.rest();
        }));
        checks.add(Check.of("interrupt: state is kept", t -> {
            t.good("int before = 9;", "before = 9");
            milliseconds(t, LOOPS.get(1));
            t.gives("9", "before", "before");
        }));
        checks.add(Check.of("while busy: kernel_info on control", t -> {
            String loop = running(t, LOOPS.get(0));
            try {
                Check.equal(
                        "ok",
                        t.askControl("kernel_info_request", "{}").get("status").getAsString());
            } finally {
                interrupt(t);
                t.subject().await(t.subject().shell, loop);
                t.rest();
            }
        }));
        checks.add(Check.of("while busy: heartbeat", t -> {
            String loop = running(t, LOOPS.get(1));
            try {
                t.subject().heartbeat.setReceiveTimeOut((int)
                        t.subject().patience.toMillis());
                t.subject().heartbeat.send("alive?");
                Check.equal("alive?", t.subject().heartbeat.recvStr());
            } finally {
                interrupt(t);
                t.subject().await(t.subject().shell, loop);
                t.rest();
            }
        }));
        return List.copyOf(checks);
    }

    /// Stops it again and again, and sees that it really ends.
    private static String stop(Talk t, Loop loop) throws Unmet, InterruptedException {
        double slowest = 0;
        for (int i = 0; i < TIMES; i++) {
            slowest = Math.max(slowest, milliseconds(t, loop));
        }
        // What the kernel does by itself, such as compiling, is soon over; a loop that goes on is not.
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        double used = Double.MAX_VALUE;
        while (used > 250 && System.nanoTime() < end) {
            double before = t.subject().footprint().processorMilliseconds();
            Thread.sleep(500);
            used = t.subject().footprint().processorMilliseconds() - before;
        }
        double left = used;
        Check.that(left <= 250, () -> "expected an end of the loop, found " + left + " ms of processor time in 500 ms");
        return String.format(Locale.ROOT, "slowest of %d %.0f ms", TIMES, slowest);
    }

    private static double milliseconds(Talk t, Loop loop) throws Unmet {
        String id = running(t, loop);
        long start = System.nanoTime();
        interrupt(t);
        Heard answer = t.subject().reply(t.subject().shell, id);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        t.subject().untilIdle(id);
        Check.equal("error", answer.text("status"));
        t.rest();
        return milliseconds;
    }

    private static String running(Talk t, Loop loop) throws Unmet {
        String id = t.send("System.out.println(\"on\");\n" + loop.java, "print('on', flush=True)\n" + loop.python);
        t.awaitPrinted(id);
        return id;
    }

    /// As the specification of the kernel says: by a message, or by a signal.
    static void interrupt(Talk t) throws Unmet {
        if (t.isJava()) {
            t.subject()
                    .reply(
                            t.subject().control,
                            t.subject().send(t.subject().control, "interrupt_request", new JsonObject()));
        } else {
            Signals.interrupt(t.subject().process);
        }
    }
}
