package lectern.kernel.widget;

import org.jspecify.annotations.Nullable;

/// What is shown for the values of three controls.
@FunctionalInterface
public interface Show3<A, B, C> {

    /// Gives something to show, or `null`.
    ///
    /// @throws Exception if it cannot; that is shown instead
    @Nullable
    Object of(A first, B second, C third) throws Exception;
}
