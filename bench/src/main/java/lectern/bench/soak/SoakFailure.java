package lectern.bench.soak;

/// The kernel has not done what it should.
final class SoakFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    SoakFailure(String message) {
        super(message);
    }

    static void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new SoakFailure(what + ": expected " + expected + ", found " + found);
        }
    }
}
