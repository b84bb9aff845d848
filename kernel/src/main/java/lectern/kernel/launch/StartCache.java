package lectern.kernel.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a kernel's JVM would do anew at each start, done once: classes parsed, verified and linked, in a file that
/// the JVM maps. It takes a quarter to a half off the time to the first result, and none off what runs afterwards.
///
/// @param jar the kernel's jar where it will be run from
/// @param java the executable that it will be run on
record StartCache(Path jar, Path java) {

    /// The argument that has the kernel play a notebook to itself.
    static final String REHEARSE = "rehearse";

    /// The property by which a kernel knows that it is to start from such a file.
    private static final String FILE = "lectern.cache";

    /// No record of what was worth compiling in the rehearsal: with it, a first training takes half as much again of
    /// the processors, and a first result no less.
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private static final long PATIENCE_SECONDS = 60;

    /// Makes the file, and gives the options that use it; empty if this JVM and these options make none.
    Optional<List<String>> make(Path file, List<String> options) throws IOException {
        var cache = file.toAbsolutePath();
        var command = new ArrayList<String>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(options);
        command.addAll(WITHOUT_PROFILES);
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dlectern.ops=reference"));
        command.addAll(List.of("-jar", jar.toString(), REHEARSE));
        boolean made = succeeds(command) && Files.isRegularFile(cache);
        Files.deleteIfExists(Path.of(cache + ".config"));
        if (!made) {
            Files.deleteIfExists(cache);
            return Optional.empty();
        }
        // A file that no longer fits is passed over. The JVM says so in several lines, and in the output; we in one.
        return Optional.of(List.of(
                "-XX:AOTCache=" + cache, "-XX:+VerifySharedSpaces", "-Xlog:disable", "-D" + FILE + "=" + cache));
    }

    /// Says if this JVM has passed over the file that it was to start from.
    static void check(PrintStream log) {
        var file = System.getProperty(FILE, "");
        if (!file.isEmpty() && !System.getProperty("java.vm.info", "").contains("sharing")) {
            log.println("lectern: expected a start-up cache made for this JVM, found one that is not, or is damaged: "
                    + file + "; starting takes longer until the kernel is installed again");
        }
    }

    private static boolean succeeds(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
