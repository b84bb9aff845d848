package lectern.nn.attention;

import lectern.nn.ops.AttentionOps.Mask;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What is hidden, as the inner loops read it.
final class Masks {

    private Masks() {}

    /// @throws ShapeException if the mask does not fit
    static Mask of(@Nullable Tensor hidden, int batch, int queries, int keys) {
        if (hidden == null) {
            return Mask.NONE;
        }
        Shape ofKeys = Shape.of(batch, keys);
        Shape ofPairs = Shape.of(batch, queries, keys);
        if (hidden.shape().equals(ofKeys)) {
            return new Mask(hidden.array(), keys, 0);
        }
        if (hidden.shape().equals(ofPairs)) {
            return new Mask(hidden.array(), queries * keys, keys);
        }
        if (hidden.shape().equals(Shape.of(1, queries, keys))) {
            return new Mask(hidden.array(), 0, keys);
        }
        throw new ShapeException("attention", "a mask of hidden keys " + ofKeys + " or " + ofPairs, hidden.shape());
    }
}
