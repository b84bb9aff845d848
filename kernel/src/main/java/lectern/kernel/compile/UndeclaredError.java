package lectern.kernel.compile;

/// What a method throws that uses something no cell has declared yet.
public final class UndeclaredError extends Error {

    private static final long serialVersionUID = 1;

    /// @param message which method, and what it uses
    public UndeclaredError(String message) {
        super(message);
    }
}
