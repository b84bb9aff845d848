package lectern.kernel.widget;

/// What a button does.
@FunctionalInterface
public interface Task {

    /// Does it.
    ///
    /// @throws Exception if it cannot; that is shown below the button
    void run() throws Exception;
}
