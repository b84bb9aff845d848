package lectern.bench.conformance;

/// A kernel did not do what a check expects; the message says what was expected, and what was found.
final class Unmet extends Exception {

    private static final long serialVersionUID = 1;

    Unmet(String message) {
        super(message);
    }
}
