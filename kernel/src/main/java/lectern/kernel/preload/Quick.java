package lectern.kernel.preload;

/// A notebook in two sizes: whole, as it is read, and quick, as tests run it and as an author tries it.
public final class Quick {

    /// The variable of the environment that asks for the small size, if it is 1.
    static final String VARIABLE = "LECTERN_QUICK";

    private Quick() {}

    /// A size of the whole notebook, or of the quick one: `int runs = quick(100, 5);`.
    ///
    /// @param whole for whoever reads it
    /// @param quick for tests
    public static int quick(int whole, int quick) {
        return "1".equals(System.getenv(VARIABLE)) ? quick : whole;
    }
}
