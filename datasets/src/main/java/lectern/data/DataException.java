package lectern.data;

/// Data that cannot be used: a file that is broken, or a download that was interrupted.
public sealed class DataException extends RuntimeException permits MissingDataException {

    private static final long serialVersionUID = 1L;

    DataException(String message) {
        super(message);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
