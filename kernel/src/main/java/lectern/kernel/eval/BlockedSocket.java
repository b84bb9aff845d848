package lectern.kernel.eval;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Wakes a thread that waits in the kernel of the system for a socket of `java.net`, which no interrupt does.
///
/// The system tells which socket it is; that is shut down, so that the wait ends as if the other side had gone. On
/// Linux only; elsewhere such a wait is one of those that an interrupt cannot end.
final class BlockedSocket {

    private static final Path THREADS = Path.of("/proc/self/task");

    /// The system cuts names there.
    private static final int NAME = 15;

    private static final int BOTH_DIRECTIONS = 2;

    private BlockedSocket() {}

    /// Ends the wait, if it is one.
    static void release(Thread thread) {
        if (waits(thread) && Files.isDirectory(THREADS)) {
            try {
                descriptor(thread.getName()).ifPresent(BlockedSocket::shutDown);
            } catch (IOException | NumberFormatException e) {
                // It has ended meanwhile.
            }
        }
    }

    private static boolean waits(Thread thread) {
        if (thread.isVirtual() || thread.getState() != Thread.State.RUNNABLE) {
            return false;
        }
        var frames = thread.getStackTrace();
        return frames.length > 0
                && frames[0].isNativeMethod()
                && frames[0].getClassName().startsWith("sun.nio.ch.");
    }

    /// The socket that the only thread of this name waits for.
    private static Optional<Integer> descriptor(String name) throws IOException {
        List<Path> found;
        try (var tasks = Files.list(THREADS)) {
            found = tasks.filter(task ->
                            text(task.resolve("comm")).equals(name.substring(0, Math.min(NAME, name.length()))))
                    .toList();
        }
        if (found.size() != 1) {
            return Optional.empty();
        }
        var call = text(found.getFirst().resolve("syscall")).split(" ", -1);
        if (call.length < 2 || !call[1].startsWith("0x")) {
            return Optional.empty();
        }
        long argument = Long.parseUnsignedLong(call[1].substring(2), 16);
        var link = Path.of("/proc/self/fd", Long.toUnsignedString(argument));
        return Files.isSymbolicLink(link)
                        && Files.readSymbolicLink(link).toString().startsWith("socket:")
                ? Optional.of((int) argument)
                : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void shutDown(int descriptor) {
        try {
            int _ = (int) Calls.SHUT_DOWN.invokeExact(descriptor, BOTH_DIRECTIONS);
        } catch (Throwable e) {
            throw new IllegalStateException("shutdown of a socket", e);
        }
    }

    /// Made when it is needed first.
    private static final class Calls {

        static final MethodHandle SHUT_DOWN = handle();

        @SuppressWarnings("restricted")
        private static MethodHandle handle() {
            var linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().find("shutdown").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        }
    }
}
