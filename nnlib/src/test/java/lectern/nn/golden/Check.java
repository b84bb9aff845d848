package lectern.nn.golden;

/// Compares what the library computes with one case.
@FunctionalInterface
interface Check {

    /// @throws AssertionError if a number is not near enough
    void run(GoldenCase golden);
}
