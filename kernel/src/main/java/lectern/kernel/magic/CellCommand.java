package lectern.kernel.magic;

import java.util.List;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.jspecify.annotations.Nullable;

/// A `%%` command on the first line of a cell, or called by `cellMagic`; the rest of the cell is its body.
interface CellCommand extends CellMagic<@Nullable Object, BaseKernel> {

    /// What it is for.
    Description description();

    /// Does it.
    ///
    /// @throws IllegalArgumentException if the arguments or the body make no sense; the message says what
    /// is expected
    /// @throws Exception if it cannot be done
    Outcome run(List<String> arguments, String body) throws Exception;

    /// Whether the body is code, whose lines keep their numbers in the cell.
    default boolean takesCode() {
        return false;
    }

    @Override
    default @Nullable Object eval(BaseKernel kernel, List<String> arguments, String body) throws Exception {
        return switch (run(arguments, body)) {
            case Outcome.Value value -> value.value();
            case Outcome.Nothing() -> null;
            case Outcome.Failure failure -> throw new IllegalStateException(failure.name() + ": " + failure.message());
        };
    }
}
