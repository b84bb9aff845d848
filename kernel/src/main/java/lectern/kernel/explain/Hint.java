package lectern.kernel.explain;

import java.util.Optional;

/// Knows one kind of mistake.
interface Hint {

    /// How to mend it; empty if it is not of this kind.
    Optional<String> of(Mistake mistake);
}
