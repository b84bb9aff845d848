package lectern.figure;

/// Where shown figures go, as `System.out` is where printed lines go: a sink that the host of the program replaces.
///
/// A figure that changes after it was shown tells the screen so. Calls come on the thread that shows or changes the
/// figure; a screen that draws at leisure asks the figure for its newest state when it gets to it.
public interface Screen {

    /// Shows a figure, once more if it was shown before.
    void show(Figure figure);

    /// Shows a figure of which nothing is to be seen yet, when something is. Cheap to call, unlike [#show].
    default void showSoon(Figure figure) {
        show(figure);
    }

    /// Hears that a figure which was shown has other content now. Cheap to call: a training loop does it at each step.
    void changed(Figure figure);

    /// The screen in use. Until a host puts its own there, one that prints [Figure#text()] of what is shown.
    static Screen current() {
        return CurrentScreen.get();
    }

    /// Puts a screen into use, for the whole process.
    static void use(Screen screen) {
        CurrentScreen.set(screen);
    }
}
