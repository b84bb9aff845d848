package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Beginning and end of a kernel.
final class LifeChecks {

    private static final Duration END = Duration.ofSeconds(30);

    private LifeChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("the first request after the start is answered", t -> {
                    long start = System.nanoTime();
                    try (var other = new Subject(
                            t.subject().contender,
                            t.subject().folder,
                            ProcessHandle.current().pid())) {
                        other.reply(other.shell, other.send(other.shell, "execute_request", t.code("1 + 1", "1 + 1")));
                    }
                    return String.format(Locale.ROOT, "%.0f ms", (System.nanoTime() - start) / 1e6);
                }),
                new Check("shutdown: reply and end", t -> shutDownWhile(t, "1", "1", false)),
                new Check(
                        "shutdown while a loop runs",
                        t -> shutDownWhile(t, "while (true) { }", "while True: pass", true)),
                Check.of("restart: a new one on the same state of disk", t -> {
                    for (int i = 0; i < 2; i++) {
                        Talk other = t.another();
                        try (Subject subject = other.subject()) {
                            other.gives("2", "1 + 1", "1 + 1");
                            shutDown(subject);
                        }
                    }
                }),
                Check.of("SIGKILL leaves no process behind", t -> {
                    Talk other = t.another();
                    try (Subject subject = other.subject()) {
                        other.good("1", "1");
                        List<ProcessHandle> children =
                                subject.process.descendants().toList();
                        subject.process.destroyForcibly();
                        for (ProcessHandle child : children) {
                            awaitEnd(child, "a process that it has started");
                        }
                    }
                }),
                new Check("ends when the server dies", LifeChecks::endsWithServer));
    }

    private static String endsWithServer(Talk t) throws Unmet, IOException, InterruptedException {
        Process server = new ProcessBuilder("sleep", "600").start();
        try (var other = new Subject(t.subject().contender, t.subject().folder, server.pid())) {
            other.awaitReady();
            server.destroyForcibly().waitFor();
            long start = System.nanoTime();
            awaitEnd(other.process.toHandle(), "the kernel");
            return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        } finally {
            server.destroyForcibly();
        }
    }

    private static void awaitEnd(ProcessHandle process, String what) throws Unmet, InterruptedException {
        long end = System.nanoTime() + END.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        Check.that(!process.isAlive(), () -> "expected the end of " + what + ", found it alive");
    }

    /// Asks it to end, and waits for its reply and its end.
    static void shutDown(Subject subject) throws Unmet {
        var content = new JsonObject();
        content.addProperty("restart", false);
        String id = subject.send(subject.control, "shutdown_request", content);
        Check.equal("ok", subject.reply(subject.control, id).text("status"));
        try {
            Check.that(
                    subject.process.waitFor(END.toSeconds(), TimeUnit.SECONDS),
                    () -> "expected its end within " + END.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmet("interrupted");
        }
    }

    private static String shutDownWhile(Talk t, String java, String python, boolean endless) throws Unmet, IOException {
        Talk other = t.another();
        try (Subject subject = other.subject()) {
            String id = other.send("System.out.println(1);\n" + java, "print(1, flush=True)\n" + python);
            if (endless) {
                other.awaitPrinted(id);
            } else {
                subject.await(subject.shell, id);
            }
            long start = System.nanoTime();
            shutDown(subject);
            return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - start) / 1e9);
        }
    }
}
