package lectern.kernel.eval;

import java.util.Optional;

/// Finds the lines of cells that stack frames stand for.
interface Places {

    /// The place of a stack frame; empty if it is not in a cell.
    Optional<Place> place(StackTraceElement frame);
}
