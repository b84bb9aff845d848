package lectern.kernel.eval;

/// Whether a text can be run.
public enum Completeness {
    /// It can.
    COMPLETE,
    /// More has to follow.
    INCOMPLETE,
    /// No continuation makes it right.
    INVALID
}
