package lectern.bench.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The row that begins with the start of a process and ends with its end: [ColdStart] by us, by PyTorch from
/// Python, and by PyTorch from Java. One uncounted run each, so that the files are in memory, then runs in
/// turn.
final class Cold {

    /// The name of the row.
    static final String NAME = "cold start to first epoch, mlp";

    /// The column of PyTorch as Python has it.
    private static final String PYTHON = "python";

    private static final int RUNS = 5;

    private final int threads;
    private final Path log;
    private final Progress progress;
    private final Map<String, String> versions;

    /// @param log where the processes' own words go
    /// @param versions to which Python's is added
    Cold(int threads, Path log, Progress progress, Map<String, String> versions) {
        this.threads = threads;
        this.log = log;
        this.progress = progress;
        this.versions = versions;
    }

    Row run() {
        Map<String, ProcessBuilder> commands = new LinkedHashMap<>();
        for (Contender contender : Contenders.all()) {
            if (contender.startsCold()) {
                commands.put(contender.name(), Rival.command(contender, threads, log, ColdStart.class));
            }
        }
        Optional<String> python = python();
        python.ifPresent(path -> commands.put(PYTHON, script(path)));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int run = 0; run <= RUNS; run++) {
            for (var command : List.copyOf(commands.entrySet())) {
                String name = command.getKey();
                progress.show(NAME, name + ", run " + run + " of " + RUNS);
                Optional<Double> time = time(command.getValue());
                if (time.isEmpty()) {
                    progress.say(name + ", " + NAME + ": its process failed");
                    commands.remove(name);
                    times.remove(name);
                } else if (run > 0) {
                    times.computeIfAbsent(name, _ -> new ArrayList<>()).add(time.get());
                }
            }
        }
        List<Timing> timings = times.entrySet().stream()
                .map(entry -> new Timing(entry.getKey(), entry.getValue()))
                .toList();
        return new Row(NAME, 0, threads, timings, remark(timings));
    }

    /// Python has no column, so its time and our ratio to it are told below the table.
    private static String remark(List<Timing> timings) {
        var row = new Row(NAME, 0, 1, timings, "");
        Optional<Timing> ours = row.ours();
        Optional<Timing> python = row.of(PYTHON);
        if (python.isEmpty()) {
            return "no Python with PyTorch found (LECTERN_BENCH_PYTHON, else the PATH's python3): compared with PyTorch"
                    + " from Java only";
        }
        double ratio = ours.isEmpty()
                ? Double.NaN
                : ours.get().minimum() / python.get().minimum();
        return String.format(
                Locale.ROOT,
                "PyTorch from Python %.0f ms (%.0f), ours over that %.2f",
                python.get().minimum() / 1e6,
                python.get().median() / 1e6,
                ratio);
    }

    private static Optional<Double> time(ProcessBuilder command) {
        try {
            long start = System.nanoTime();
            int status = command.start().waitFor();
            double time = System.nanoTime() - start;
            return status == 0 ? Optional.of(time) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The Python that was named, else the PATH's, if it has PyTorch.
    private Optional<String> python() {
        String named = System.getenv("LECTERN_BENCH_PYTHON");
        Stream<String> candidates = named != null
                ? Stream.of(named)
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .map(folder -> folder + "/python3");
        return candidates.filter(this::hasTorch).findFirst();
    }

    private boolean hasTorch(String python) {
        try {
            Process process = new ProcessBuilder(
                            python, "-c", "import platform, torch; print(platform.python_version(), torch.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ", -1);
            if (process.waitFor() != 0) {
                return false;
            }
            versions.put(PYTHON, "Python " + found[0] + ", PyTorch " + found[found.length - 1]);
            return true;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProcessBuilder script(String python) {
        try (InputStream script = Cold.class.getResourceAsStream("cold.py")) {
            if (script == null) {
                throw new IllegalStateException("bench: cold.py is not among the classes");
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            var builder = new ProcessBuilder(python, "-c", text, Integer.toString(threads));
            return Rival.quiet(builder, threads, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
