package lectern.notes;

/// A formula that TeX would not accept either.
final class FormulaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FormulaException(String message, Throwable cause) {
        super(message, cause);
    }
}
