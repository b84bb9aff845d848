package lectern.kernel.launch;

import lectern.kernel.display.Bundles;
import lectern.kernel.eval.Outcome;
import lectern.kernel.magic.Magics;
import org.jspecify.annotations.Nullable;

/// What the handlers of one kernel share.
///
/// @param beforeIdle runs when a cell is over, before the front end hears so
record Session(Engine engine, Magics magics, Bundles bundles, History history, CellInput input, Runnable beforeIdle) {

    Outcome run(int cell, String code) {
        return magics.run(cell, code);
    }

    /// The value of an expression, for a library that asks.
    @Nullable
    Object value(String expression) {
        return switch (run(0, expression)) {
            case Outcome.Value value -> value.value();
            case Outcome.Nothing() -> null;
            case Outcome.Failure failure -> throw new IllegalStateException(failure.name() + ": " + failure.message());
        };
    }
}
