package lectern.kernel.launch;

import lectern.kernel.display.ExtensionHost;
import lectern.kernel.display.Output;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.Outcome;
import org.jspecify.annotations.Nullable;

/// The extensions that libraries made for JJava bring along, at the start and with each jar that is added.
final class Extensions {

    private final Output output;
    private @Nullable ExtensionHost host;

    Extensions(Output output) {
        this.output = output;
    }

    /// Installs those that are not installed yet. Called by the thread that the evaluator belongs to at the time.
    void install(Evaluator evaluator) {
        if (host == null) {
            host = new ExtensionHost(output, expression -> value(evaluator, expression));
        }
        host.install(evaluator.classLoader());
    }

    private static @Nullable Object value(Evaluator evaluator, String expression) {
        return switch (evaluator.evaluate(0, expression)) {
            case Outcome.Value value -> value.value();
            case Outcome.Nothing() -> null;
            case Outcome.Failure failure -> throw new IllegalStateException(failure.name() + ": " + failure.message());
        };
    }
}
