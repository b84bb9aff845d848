package lectern.nn.attention;

import lectern.nn.layer.LayerNorm;
import lectern.nn.tensor.ShapeException;

/// What the blocks of a transformer have in common: that their parts must have the same model.
final class Blocks {

    private Blocks() {}

    static void check(String where, int model, FeedForward feedForward, LayerNorm... norms) {
        if (feedForward.inner().weight().shape().size(1) != model) {
            throw new ShapeException(
                    where,
                    "a feed forward of model " + model,
                    feedForward.inner().weight().shape().size(1));
        }
        for (LayerNorm norm : norms) {
            if (norm.gamma().shape().size(0) != model) {
                throw new ShapeException(
                        where, "norms of " + model + " features", norm.gamma().shape());
            }
        }
    }
}
