package lectern.kernel.magic;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lectern.kernel.maven.Progress;

/// Tells of downloads: one line that changes while they last, and one that says what came.
final class Downloads implements Progress {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(250);

    private final PrintStream out;
    private volatile boolean cancelled;
    private long shownAt = System.nanoTime();
    private boolean isLineOpen;
    private int jars;
    private long bytes;

    Downloads(PrintStream out) {
        this.out = out;
    }

    /// Ends what is under way.
    void cancel() {
        cancelled = true;
    }

    @Override
    public synchronized boolean arrived(String name, long arrived, long total) {
        long now = System.nanoTime();
        if (!cancelled && now - shownAt > PERIOD) {
            shownAt = now;
            // A line that is overwritten by the next.
            out.print("\r" + name + ": " + size(arrived) + (total > 0 ? " of " + size(total) : "") + "    ");
            isLineOpen = true;
        }
        return !cancelled;
    }

    @Override
    public synchronized void complete(String name, long length) {
        if (name.endsWith(".jar")) {
            jars++;
            bytes += length;
        }
    }

    /// Says what came.
    synchronized void end() {
        if (isLineOpen) {
            out.print("\r");
        }
        if (jars > 0) {
            out.println("downloaded " + jars + (jars == 1 ? " jar, " : " jars, ") + size(bytes));
        }
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }
}
