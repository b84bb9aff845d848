package lectern.bench.compare;

import java.io.PrintStream;

/// What is being done now, on one line that is written over, and what must stay to be read.
///
/// @param screen where to
/// @param live whether a line can be written over there; else only what must stay is printed
public record Progress(PrintStream screen, boolean live) {

    private static final String ERASE = "\r\u001b[K";

    /// To the error stream, live where the launcher says that it is a terminal.
    public static Progress standard() {
        return new Progress(System.err, Boolean.getBoolean("lectern.bench.live"));
    }

    /// What is being done now.
    public void show(String work, String what) {
        if (live) {
            screen.print(ERASE + work + ": " + what);
            screen.flush();
        }
    }

    /// What must stay.
    public void say(String line) {
        clear();
        screen.println(line);
    }

    /// Nothing is being done now.
    public void clear() {
        if (live) {
            screen.print(ERASE);
            screen.flush();
        }
    }
}
