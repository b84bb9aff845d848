package lectern.kernel.widget;

import java.util.concurrent.Callable;

/// What is to be done because someone moved or pressed something: code of the user, to be run as a cell is.
public final class Work {

    private final Panel panel;
    private final Callable<?> task;

    /// @param panel where its output is shown
    Work(Panel panel, Callable<?> task) {
        this.panel = panel;
        this.task = task;
    }

    Panel panel() {
        return panel;
    }

    /// Does it.
    ///
    /// @throws Exception what the user's code throws
    public void run() throws Exception {
        panel.run(task);
    }
}
