package lectern.figure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Where a figure that can change stands: off the screen at first, and once shown, seen to change.
///
/// Changes are made with the lock of the figure held; the screen is told outside it, as it may draw at once.
final class Stage {

    private final Figure figure;

    /// Of the figures that this one is a part of.
    private final List<Stage> around = new CopyOnWriteArrayList<>();

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

    /// Says that another figure shows this one, and so changes with it.
    void partOf(Stage whole) {
        around.add(whole);
    }

    void change(Runnable change) {
        synchronized (figure) {
            change.run();
        }
        tell();
    }

    private void tell() {
        boolean seen;
        synchronized (figure) {
            seen = shown;
        }
        if (seen) {
            Screen.current().changed(figure);
        }
        around.forEach(Stage::tell);
    }
}
