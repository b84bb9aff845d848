package lectern.kernel.launch;

import java.util.Optional;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.eval.Outcome;
import lectern.kernel.magic.Magics;
import lectern.kernel.widget.WidgetHost;

/// What the handlers of one kernel share.
///
/// @param beforeIdle runs when a cell is over, before the front end hears so
record Session(
        Engine engine,
        Magics magics,
        Bundles bundles,
        Comms comms,
        WidgetHost widgets,
        History history,
        Runnable beforeIdle) {

    Outcome run(int cell, String code) {
        return magics.run(cell, code);
    }

    /// Does what widgets have to do by now.
    void workForWidgets() {
        for (var work = widgets.next(); work.isPresent(); work = widgets.next()) {
            var task = work.get();
            var outcome = engine.evaluator().perform(0, () -> {
                task.run();
                return new Outcome.Nothing();
            });
            beforeIdle.run();
            widgets.ended(
                    task,
                    outcome instanceof Outcome.Failure failure
                            ? Optional.of(Execution.error(failure))
                            : Optional.empty());
        }
    }
}
