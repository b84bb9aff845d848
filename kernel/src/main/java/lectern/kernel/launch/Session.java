package lectern.kernel.launch;

import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.eval.Outcome;
import lectern.kernel.magic.Magics;

/// What the handlers of one kernel share.
///
/// @param beforeIdle runs when a cell is over, before the front end hears so
record Session(Engine engine, Magics magics, Bundles bundles, Comms comms, History history, Runnable beforeIdle) {

    Outcome run(int cell, String code) {
        return magics.run(cell, code);
    }
}
