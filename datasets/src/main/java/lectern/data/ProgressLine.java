package lectern.data;

import java.io.PrintStream;
import java.util.Locale;

/// Writes one line for each file, and writes it anew while the file comes.
final class ProgressLine implements Progress {

    private final String title;
    private final PrintStream out;

    ProgressLine(String title, PrintStream out) {
        this.title = title;
        this.out = out;
    }

    @Override
    public void update(String file, long received, long total) {
        String of = total < 0 ? "" : " of " + megabytes(total);
        // The spaces wipe out what a longer line before this one left behind.
        out.print("\r" + title + ": downloading " + file + ", " + megabytes(received) + of + " MB   ");
        out.flush();
    }

    @Override
    public void end(String file) {
        out.println();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
