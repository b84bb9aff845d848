package lectern.bench.compare;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The process of one contender: it does what it is told, line by line, and answers with one line each time.
///
/// | told | answers |
/// |---|---|
/// | `prepare ROW` | `absent`, or `results` and the results' projections and norms |
/// | `warm MILLISECONDS` | `time`, the nanoseconds of one call at the end |
/// | `round MILLISECONDS` | `time`, the nanoseconds of one call on average |
/// | `done` | `ok`, the row is closed |
///
/// Any answer may be `failed` and the reason.
public final class Worker {

    private final Contender contender;
    private @Nullable Task task;
    private double nanoseconds;

    private Worker(Contender contender) {
        this.contender = contender;
    }

    /// @param args the contender's name, and the number of threads
    public static void main(String[] args) throws IOException {
        // Whatever libraries print must not stand among the answers.
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Worker worker;
        try {
            Contender contender = Contenders.named(args[0]);
            String version = contender.start(Integer.parseInt(args[1]));
            worker = new Worker(contender);
            answers.println("ready " + version);
        } catch (Exception | LinkageError e) {
            answers.println("failed " + reason(e));
            return;
        }
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            answers.println(worker.answer(line));
        }
        // Threads of libraries may outlive their work.
        System.exit(0);
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().replaceAll("\\s+", " ");
    }

    private String answer(String line) {
        try {
            int space = line.indexOf(' ');
            String verb = space < 0 ? line : line.substring(0, space);
            String rest = line.substring(space + 1);
            return switch (verb) {
                case "prepare" -> prepare(Works.named(rest));
                case "warm" -> "time " + warm(Long.parseLong(rest) * 1_000_000);
                case "round" -> "time " + round(Long.parseLong(rest) * 1_000_000);
                case "done" -> {
                    done();
                    yield "ok";
                }
                default -> "failed unknown " + verb;
            };
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            done();
            return "failed " + reason(e);
        }
    }

    private String prepare(Work work) {
        done();
        Task checked = contender.prepare(work.forChecking());
        if (checked == null) {
            return "absent";
        }
        String results;
        try (checked) {
            checked.run();
            results = "results " + Results.of(checked.results());
        }
        task = contender.prepare(work);
        return results;
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("bench: expected a row to be prepared first");
        }
        return task;
    }

    private void done() {
        if (task != null) {
            task.close();
            task = null;
        }
    }

    private double warm(long budget) {
        Task task = task();
        long start = System.nanoTime();
        long before = start;
        long now;
        do {
            task.run();
            now = System.nanoTime();
            nanoseconds = now - before;
            before = now;
        } while (now - start < budget);
        nanoseconds = round(budget / 20);
        return nanoseconds;
    }

    private double round(long budget) {
        Task task = task();
        long calls = Math.max(1, Math.round(budget / Math.max(1, nanoseconds)));
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            task.run();
        }
        double time = (double) (System.nanoTime() - start) / calls;
        nanoseconds = Math.min(time, 2 * nanoseconds);
        return time;
    }
}
