package lectern.kernel.widget;

import org.jspecify.annotations.Nullable;

/// What is shown for the value of one control.
@FunctionalInterface
public interface Show1<A> {

    /// Gives something to show, or `null`.
    ///
    /// @throws Exception if it cannot; that is shown instead
    @Nullable
    Object of(A first) throws Exception;
}
