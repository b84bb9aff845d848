package lectern.nn.ops;

/// How a row of equal pieces of work is cut for threads.
final class Ranges {

    /// Numbers below which a thread is not troubled.
    static final int TASK = 1 << 14;

    /// Ranges begin at multiples of the widest vector.
    private static final int WIDEST = 16;

    private Ranges() {}

    /// How many numbers each task takes, a multiple of 16; the last may have fewer.
    static int part(int count) {
        return (pieces(count, 1) + WIDEST - 1) / WIDEST * WIDEST;
    }

    /// How many pieces of this size each task takes.
    ///
    /// @param pieces in all
    /// @param size numbers in a piece
    static int pieces(int pieces, int size) {
        int parts = Math.clamp((long) pieces * size / TASK, 1, Workers.threads());
        return Math.max(1, (pieces + parts - 1) / parts);
    }

    /// How many tasks of that size there are.
    static int count(int pieces, int part) {
        return (pieces + part - 1) / part;
    }
}
