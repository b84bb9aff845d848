package lectern.kernel.launch;

import java.util.function.Function;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.ExtensionHost;
import lectern.kernel.display.Output;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// The extensions that libraries made for JJava bring along, at the start and with each jar that is added.
final class Extensions {

    private final ExtensionHost host;

    /// @param cells runs a cell
    Extensions(Output output, MagicsRegistry commands, Comms comms, Function<String, Outcome> cells) {
        host = new ExtensionHost(output, commands, comms, cell -> value(cells.apply(cell)));
    }

    /// Installs those that there are, and from here on those that come.
    void prepare(EngineSwitch evaluator) {
        evaluator.whenClassesCome(this::install);
        install(evaluator);
    }

    /// Installs those that are not installed yet. Called by the thread that the evaluator belongs to at the time.
    private void install(Evaluator evaluator) {
        host.install(evaluator.classLoader());
    }

    private static @Nullable Object value(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value value -> value.value();
            case Outcome.Nothing() -> null;
            case Outcome.Failure failure -> throw new IllegalStateException(failure.name() + ": " + failure.message());
        };
    }
}
