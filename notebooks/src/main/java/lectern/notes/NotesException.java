package lectern.notes;

/// Why the notes cannot be written, in words for the one who asked for them.
final class NotesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotesException(String message) {
        super(message);
    }

    NotesException(String message, Throwable cause) {
        super(message, cause);
    }
}
