package lectern.kernel.preload;

import java.io.PrintStream;

/// The line of a screen that is written again and again.
final class OwnLine {

    private final PrintStream out;
    private int length;

    OwnLine(PrintStream out) {
        this.out = out;
    }

    /// Writes the line, in place of what it held.
    void write(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
        out.flush();
        length = text.length();
    }

    /// Takes the line away: something else is written.
    void clear() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            length = 0;
        }
    }

    /// Leaves the line as it is; what follows stands below.
    void end() {
        if (length > 0) {
            out.println();
            length = 0;
        }
    }
}
