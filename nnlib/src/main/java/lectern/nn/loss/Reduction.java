package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;

/// How the errors of all numbers of a batch become one number.
public enum Reduction {
    /// Their mean.
    MEAN("mean"),
    /// Their sum.
    SUM("sum"),
    /// Their sum for each example, and the mean of that over the batch.
    BATCH_MEAN("batchMean");

    private final String word;

    Reduction(String word) {
        this.word = word;
    }

    /// What errors so reduced are called, such as `meanSquaredError`.
    String of(String error) {
        return word + error;
    }

    /// @param errors (batch, …)
    Var apply(Var errors) {
        return switch (this) {
            case MEAN -> errors.mean();
            case SUM -> errors.sum();
            case BATCH_MEAN -> errors.sum().times(1.0 / errors.shape().size(0));
        };
    }

    /// y − t.
    ///
    /// @param where the loss, as its user calls it
    static Var difference(String where, Var outputs, Var targets) {
        sameShape(where, outputs, targets);
        return outputs.minus(targets);
    }

    static void sameShape(String where, Var outputs, Var targets) {
        if (!targets.shape().equals(outputs.shape())) {
            throw new ShapeException(where, "targets " + outputs.shape(), targets.shape());
        }
    }
}
