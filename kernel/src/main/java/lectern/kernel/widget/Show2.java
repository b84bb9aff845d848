package lectern.kernel.widget;

import org.jspecify.annotations.Nullable;

/// What is shown for the values of two controls.
@FunctionalInterface
public interface Show2<A, B> {

    /// Gives something to show, or `null`.
    ///
    /// @throws Exception if it cannot; that is shown instead
    @Nullable
    Object of(A first, B second) throws Exception;
}
