package lectern.bench.compare;

import java.io.PrintStream;

/// What is being done now, on one line that is written over, and what must stay to be read.
///
/// @param screen where to
/// @param live whether a line can be written over there; else only what must stay is printed
record Progress(PrintStream screen, boolean live) {

    private static final String ERASE = "\r\u001b[K";

    /// To the error stream, live where the launcher says that it is a terminal.
    static Progress standard() {
        return new Progress(System.err, Boolean.getBoolean("lectern.bench.live"));
    }

    void show(String work, String what) {
        if (live) {
            screen.print(ERASE + work + ": " + what);
            screen.flush();
        }
    }

    void say(String line) {
        clear();
        screen.println(line);
    }

    void clear() {
        if (live) {
            screen.print(ERASE);
            screen.flush();
        }
    }
}
