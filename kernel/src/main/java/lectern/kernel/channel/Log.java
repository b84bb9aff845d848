package lectern.kernel.channel;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/// Notes for whoever looks after the kernel, one line each. Of each kind the first ones are written out, and of the
/// rest
/// every hundredth, with its number, so that a flood of bad messages is not one of lines.
final class Log {

    private static final int WRITTEN_OUT = 10;
    private static final int STEP = 100;

    private final PrintStream out;
    private final Map<String, Long> counts = new HashMap<>();

    Log(PrintStream out) {
        this.out = out;
    }

    /// Counts a note of this kind, and says whether it was one of the few that are written.
    synchronized boolean note(String kind, String text) {
        long count = counts.merge(kind, 1L, Long::sum);
        boolean written = count <= WRITTEN_OUT || count % STEP == 0;
        if (written) {
            out.println("lectern: " + kind + ": " + text + (count == 1 ? "" : " (number " + count + ")"));
        }
        return written;
    }

    /// Counts what went wrong in the kernel itself, and writes where if it is one of the few.
    synchronized void failure(String kind, Throwable thrown) {
        if (note(kind, thrown.toString())) {
            thrown.printStackTrace(out);
        }
    }
}
