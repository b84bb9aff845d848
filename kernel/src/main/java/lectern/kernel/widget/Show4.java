package lectern.kernel.widget;

import org.jspecify.annotations.Nullable;

/// What is shown for the values of four controls.
@FunctionalInterface
public interface Show4<A, B, C, D> {

    /// Gives something to show, or `null`.
    ///
    /// @throws Exception if it cannot; that is shown instead
    @Nullable
    Object of(A first, B second, C third, D fourth) throws Exception;
}
