package lectern.kernel.comm;

/// What hears a message of the other end of a comm.
@FunctionalInterface
public interface CommHandler {

    /// Takes a message.
    ///
    /// @throws Exception if it is of no use; the exception is shown, and the comm stays open
    void heard(CommMessage message) throws Exception;
}
