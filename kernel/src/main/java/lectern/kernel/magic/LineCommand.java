package lectern.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.jspecify.annotations.Nullable;

/// A `%` command on a line of its own, or called by `lineMagic`.
interface LineCommand extends LineMagic<@Nullable Object, BaseKernel> {

    /// What it is for.
    Description description();

    /// Does it.
    ///
    /// @return the value of `lineMagic`; a command on a line of its own shows none
    /// @throws IllegalArgumentException if the arguments make no sense; the message says what is expected
    /// @throws Exception if it cannot be done
    @Nullable
    Object run(List<String> arguments) throws Exception;

    @Override
    default @Nullable Object eval(BaseKernel kernel, List<String> arguments) throws Exception {
        return run(arguments);
    }
}
