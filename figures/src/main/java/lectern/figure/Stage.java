package lectern.figure;

/// Where a figure that can change stands: off the screen at first, and once shown, seen to change.
///
/// Changes are made with the lock of the figure held; the screen is told outside it, as it may draw at once.
final class Stage {

    private final Figure figure;
    private boolean shown;

    Stage(Figure figure) {
        this.figure = figure;
    }

    void show() {
        synchronized (figure) {
            shown = true;
        }
        Screen.current().show(figure);
    }

    void change(Runnable change) {
        boolean tell;
        synchronized (figure) {
            change.run();
            tell = shown;
        }
        if (tell) {
            Screen.current().changed(figure);
        }
    }
}
