package lectern.kernel.magic;

import java.util.List;
import java.util.function.Supplier;
import lectern.kernel.eval.EngineSwitch;
import org.jspecify.annotations.Nullable;

/// `%reset`: forgets what cells have declared.
///
/// @param evaluator who forgets
record Reset(Supplier<EngineSwitch> evaluator) implements LineCommand {

    @Override
    public Description description() {
        return new Description(
                "%reset",
                "forget all variables, methods, classes and imports of cells; the class path stays", "%reset");
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        int forgotten = evaluator.get().variables().size();
        evaluator.get().reset();
        System.out.println("forgotten: " + forgotten + (forgotten == 1 ? " variable" : " variables")
                + ", and the methods, classes and imports of cells");
        return null;
    }
}
