package lectern.nn.theory;

import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Examples of two classes.
final class Classes {

    private Classes() {}

    /// @throws IllegalArgumentException if the examples are not (count, features), at least one, or the
    /// targets not
    ///     (count), 1 or −1
    static void check(String where, Tensor x, Tensor target) {
        if (x.shape().rank() != 2 || x.size(0) == 0) {
            throw new ShapeException(where, "examples (count, features)", x.shape());
        }
        if (!target.shape().equals(Shape.of(x.size(0)))) {
            throw new ShapeException(where, "targets (" + x.size(0) + ")", target.shape());
        }
        for (int n = 0; n < target.count(); n++) {
            if (Math.abs(target.array()[n]) != 1) {
                throw new IllegalArgumentException(
                        where + ": expected targets 1 or −1, found " + target.array()[n] + " at example " + n);
            }
        }
    }
}
