package lectern.kernel.magic;

import java.util.List;
import java.util.function.Supplier;
import lectern.kernel.eval.Evaluator;
import org.jspecify.annotations.Nullable;

/// `%imports`: what every cell sees, as declarations that can be pasted into a program.
///
/// @param evaluator whose imports
record ListImports(Supplier<? extends Evaluator> evaluator) implements LineCommand {

    @Override
    public Description description() {
        return new Description("%imports", "list the imports that hold", "%imports");
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        evaluator.get().imports().forEach(System.out::println);
        return null;
    }
}
