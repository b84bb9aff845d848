package lectern.bench.compare;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A contender in its own process, so that no library shares a heap, a pool of threads or settings with
/// another.
final class Rival implements AutoCloseable {

    /// What the names of the native libraries' settings begin with.
    private static final List<String> SETTINGS = List.of(
            "OMP_", "GOMP_", "KMP_", "MKL_", "OPENBLAS_", "DNNL_", "ONEDNN_", "ATEN_", "GLIBC_TUNABLES", "MALLOC_");

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final String version;

    private Rival(String name, Process process) throws IOException {
        this.name = name;
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        version = answer("ready");
    }

    /// Starts a process whose library has exactly this many threads.
    ///
    /// @param log where the library's own words go
    /// @throws RivalException if it cannot be loaded
    static Rival start(Contender contender, int threads, Path log) {
        ProcessBuilder command = command(contender, threads, log, Worker.class, "-Xms2g", "-Xmx4g");
        try {
            return new Rival(
                    contender.name(),
                    command.redirectOutput(ProcessBuilder.Redirect.PIPE).start());
        } catch (IOException e) {
            throw new RivalException("its process does not start", e);
        }
    }

    /// A process of this JVM and class path.
    ///
    /// @param main what it runs, with the contender's name and the number of threads
    static ProcessBuilder command(Contender contender, int threads, Path log, Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("--enable-native-access=ALL-UNNAMED");
        // As the kernel starts its JVM.
        command.add("-XX:-UseFPUForSpilling");
        command.addAll(List.of(options));
        command.add("-Dlectern.bench.openblas=" + System.getProperty("lectern.bench.openblas", ""));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(contender.name(), Integer.toString(threads)));
        ProcessBuilder builder = quiet(new ProcessBuilder(command), threads, log);
        builder.environment().putAll(contender.environment());
        return builder;
    }

    /// The same process, with the environment that all have, its words in the log.
    static ProcessBuilder quiet(ProcessBuilder builder, int threads, Path log) {
        settle(builder.environment(), threads);
        var words = ProcessBuilder.Redirect.appendTo(new File(log.toString()));
        return builder.redirectError(words).redirectOutput(words);
    }

    /// Sets the number of threads for all the libraries that read it from here, and no long spinning, which
    /// would go on beside another's round. What this process was given for them is taken away: each chooses
    /// for itself what suits the processor.
    private static void settle(Map<String, String> environment, int threads) {
        environment.keySet().removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
        String count = Integer.toString(threads);
        environment.put("OMP_NUM_THREADS", count);
        environment.put("OMP_DYNAMIC", "FALSE");
        environment.put("MKL_NUM_THREADS", count);
        environment.put("KMP_BLOCKTIME", "1");
        environment.put("OPENBLAS_NUM_THREADS", count);
        environment.put("OPENBLAS_THREAD_TIMEOUT", "22");
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    /// Makes a row ready.
    ///
    /// @return what it computes, or nothing where the library cannot do it
    Optional<Results> prepare(Work work) {
        tell("prepare " + work.name());
        String line = line();
        return line.equals("absent") ? Optional.empty() : Optional.of(Results.parse(after("results", line)));
    }

    /// The nanoseconds of one call after calling for so long.
    double warm(long milliseconds) {
        tell("warm " + milliseconds);
        return Double.parseDouble(answer("time"));
    }

    /// The nanoseconds of one call, on average over so long.
    double round(long milliseconds) {
        tell("round " + milliseconds);
        return Double.parseDouble(answer("time"));
    }

    /// Forgets the row.
    void done() {
        tell("done");
        line();
    }

    private void tell(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            throw new RivalException("its process has ended", e);
        }
    }

    private String answer(String expected) {
        return after(expected, line());
    }

    private String line() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new RivalException("its process has ended");
            }
            if (line.startsWith("failed ")) {
                throw new RivalException(line.substring(7));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String after(String expected, String line) {
        if (!line.startsWith(expected + " ")) {
            throw new RivalException("expected " + expected + ", found " + line);
        }
        return line.substring(expected.length() + 1);
    }

    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException _) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Why a contender cannot go on.
    static final class RivalException extends RuntimeException {

        private static final long serialVersionUID = 1;

        RivalException(String reason) {
            super(reason);
        }

        RivalException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
