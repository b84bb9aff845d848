package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Probabilities from logits, **yₖ = e^xₖ / Σⱼ e^xⱼ** in each row. Pullback: dxₖ += yₖ (dyₖ − Σⱼ dyⱼ yⱼ).
///
/// For training, leave it out and use the loss that takes logits: it is more exact.
///
/// Shapes: x, y (batch, classes).
public record Softmax() implements Activation {

    /// @throws ShapeException if x is not (batch, classes)
    @Override
    public Var apply(Var x) {
        if (x.shape().rank() != 2) {
            throw new ShapeException("softmax", "(batch, classes)", x.shape());
        }
        Tensor y = Arena.tensor(x.shape());
        Ops.best().reduction().softmax(y.size(1), x.borrow().array(), y.array());
        return Var.operation(y, dy -> pullback(x, y, dy), x);
    }

    private static void pullback(Var x, Tensor y, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        Ops.best().reduction().softmaxPullback(y.size(1), y.array(), dy.array(), dx.array());
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "softmax";
    }
}
