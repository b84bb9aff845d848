package lectern.kernel.comm;

/// What answers when a front end opens a comm.
@FunctionalInterface
public interface CommTarget {

    /// Takes a comm into use.
    ///
    /// @param message what the front end said when it opened it
    /// @throws Exception if it is of no use; the comm is closed then, and the exception shown
    void opened(Comm comm, CommMessage message) throws Exception;
}
