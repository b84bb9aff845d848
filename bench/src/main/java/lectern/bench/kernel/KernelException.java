package lectern.bench.kernel;

/// A kernel that did not do what it was asked for; the message says which and what.
final class KernelException extends Exception {

    private static final long serialVersionUID = 1;

    KernelException(String message) {
        super(message);
    }

    KernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
