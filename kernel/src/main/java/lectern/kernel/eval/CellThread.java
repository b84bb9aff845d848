package lectern.kernel.eval;

/// The threads that cells run on.
public final class CellThread {

    private CellThread() {}

    /// Whether the calling thread is the one of a cell, not one that a cell has started.
    public static boolean isCurrent() {
        return RunningCell.isOwnThread();
    }
}
