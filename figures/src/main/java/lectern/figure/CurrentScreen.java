package lectern.figure;

/// Holds the process-wide screen, which an interface cannot hold itself.
final class CurrentScreen {

    private static volatile Screen current = new PrintedScreen();

    private CurrentScreen() {}

    static Screen get() {
        return current;
    }

    static void set(Screen screen) {
        current = screen;
    }
}
