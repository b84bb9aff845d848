package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lectern.bench.kernel.Contender;

/// Beginning and end of a kernel.
final class LifeChecks {

    private static final Duration END = Duration.ofSeconds(30);

    private LifeChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("the first request after the start is answered", t -> {
                    long start = System.nanoTime();
                    try (var other = new Subject(t.subject())) {
                        other.reply(other.shell, other.send(other.shell, "execute_request", t.code("1 + 1", "1 + 1")));
                    }
                    return String.format(Locale.ROOT, "%.0f ms", (System.nanoTime() - start) / 1e6);
                }),
                new Check("shutdown: reply and end", t -> shutDownWhile(t, "1", "1", false)),
                new Check(
                        "shutdown while a loop runs",
                        t -> shutDownWhile(t, "while (true) { }", "while True: pass", true)),
                new Check("five starts, each of which answers", t -> {
                    double[] times = Talk.times(5, _ -> {
                        Talk other = t.another();
                        try (Subject _ = other.subject()) {
                            other.gives("2", "1 + 1", "1 + 1");
                        }
                    });
                    return String.format(Locale.ROOT, "median %.0f ms", Talk.part(0.5, times));
                }),
                Check.of("restart: a new one at the same addresses", t -> {
                    Talk first = t.another();
                    try (Subject subject = first.subject()) {
                        first.good("int former = 1;", "former = 1");
                        shutDown(subject);
                        try (Subject next = subject.restarted()) {
                            var second = new Talk(next);
                            second.gives("2", "1 + 1", "1 + 1");
                            second.bad("former", "former");
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

    /// The server is a shell here, whose child the kernel is.
    private static String endsWithServer(Talk t) throws Unmet, IOException, InterruptedException {
        Contender contender = t.subject().contender;
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "JPY_PARENT_PID=$$\nexport JPY_PARENT_PID\n\"$@\" &\nwait", "sh"));
        command.addAll(contender.command());
        var served = new Contender(contender.name(), contender.language(), command, contender.environment());
        try (Subject other = Subject.start(served, t.subject().folder, t.subject().patience)) {
            ProcessHandle kernel =
                    other.process.children().findFirst().orElseThrow(() -> new Unmet("expected a kernel, found none"));
            other.process.destroyForcibly().waitFor();
            long start = System.nanoTime();
            try {
                awaitEnd(kernel, "the kernel");
            } finally {
                kernel.destroyForcibly();
            }
            return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
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
