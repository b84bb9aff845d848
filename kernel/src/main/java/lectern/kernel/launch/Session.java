package lectern.kernel.launch;

import lectern.kernel.display.Bundles;
import lectern.kernel.eval.Outcome;

/// What the handlers of one kernel share.
///
/// @param beforeIdle runs when a cell is over, before the front end hears so
record Session(Engine engine, Bundles bundles, History history, CellInput input, Runnable beforeIdle) {

    Outcome run(int cell, String code) {
        return engine.evaluator().evaluate(cell, code);
    }
}
