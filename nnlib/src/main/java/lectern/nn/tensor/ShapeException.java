package lectern.nn.tensor;

/// Sizes that do not fit together. The message reads `where: expected …, found …`.
public final class ShapeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /// @param where the operation or layer that was asked, as the user calls it
    /// @param expected what would have fitted, with its numbers
    /// @param found what was given
    public ShapeException(String where, String expected, Object found) {
        super(where + ": expected " + expected + ", found " + found);
    }
}
