package lectern.kernel.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Says of an installed folder that a kernel runs from it, as it still reads its jars.
///
/// Kernels hold a shared lock on a file that all can read, so that a folder that they cannot write to serves many
/// users; who wants to delete the folder asks for the file alone. The system ends a lock with its process.
final class Lease {

    /// The file in the folder.
    static final String FILE = "in-use.lock";

    // As long as the process lives.
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    private Lease() {}

    /// Takes the folder into use until this process ends; one that is not installed has no such file.
    static void take(Path folder) {
        try {
            var channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.READ);
            HELD.add(channel);
            var _ = channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (IOException e) {
            // Not installed, or a file system without locks: nobody waits for this kernel then.
        }
    }

    /// Whether a kernel runs from it.
    static boolean isTaken(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
