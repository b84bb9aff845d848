package lectern.data;

/// Data that is in none of the places it was looked for. The message says which files to put where.
public final class MissingDataException extends DataException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MissingDataException(String message, String reason) {
        super(message);
        this.reason = reason;
    }

    /// Why it could not be downloaded, in a few words.
    public String reason() {
        return reason;
    }
}
