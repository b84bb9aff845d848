package lectern.kernel.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The classes that a kernel loads at its start, parsed and verified once, in a file that its JVM maps (class-data
/// sharing). It takes about a quarter off the time to the first result, and none off what runs afterwards.
///
/// @param jar the kernel's jar where it will be run from
/// @param java the executable that it will be run on
record ClassArchive(Path jar, Path java) {

    /// The argument that has the kernel play a notebook to itself.
    static final String REHEARSE = "rehearse";

    private static final long PATIENCE_SECONDS = 60;

    /// Makes the file and gives the flags that use it; none if it could not be made, as it can be done without.
    List<String> make(Path file) throws IOException {
        var archive = file.toAbsolutePath();
        var command = new ArrayList<String>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(Installer.FLAGS);
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(List.of("-jar", jar.toString(), REHEARSE));
        if (succeeds(command) && Files.isRegularFile(archive)) {
            // One that no longer fits, as the JVM was updated in place, is passed over and not talked about.
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        }
        Files.deleteIfExists(archive);
        return List.of();
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
