package lectern.kernel.display;

/// Asks whoever sits at the front end.
@FunctionalInterface
public interface Question {

    /// Waits for a line.
    ///
    /// @param password whether what is typed is not to be seen
    /// @throws IllegalStateException if nobody can be asked
    /// @throws InterruptedException if the cell is interrupted while it waits
    String ask(String prompt, boolean password) throws InterruptedException;
}
