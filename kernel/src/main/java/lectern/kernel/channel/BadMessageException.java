package lectern.kernel.channel;

/// What came in is not a message of this session; it is dropped.
final class BadMessageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadMessageException(String message) {
        super(message);
    }
}
