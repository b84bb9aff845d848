package lectern.nn.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ElementwiseOps;
import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Initializer;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.tensor.UniformWeights;

/// A fully connected layer, **y = x Wᵀ + b**.
///
/// Shapes: x (batch, in), W (out, in), b (1, out), y (batch, out).
///
/// Source: M. Nielsen, *Neural Networks and Deep Learning* (2015), ch. 2; the gradients are (BP3) and (BP4).
///
/// @param weight W, (out, in)
/// @param bias b, (1, out); if it is a constant, it is not learned
public record Dense(Var weight, Var bias) implements Layer {

    /// @throws ShapeException if W is not a matrix, or `bias` does not have one number per row of it
    public Dense {
        if (weight.borrow().shape().rank() != 2) {
            throw new ShapeException(
                    "Dense", "weight (out, in)", weight.borrow().shape());
        }
        Shape expected = Shape.of(1, weight.borrow().size(0));
        if (!bias.borrow().shape().equals(expected)) {
            throw new ShapeException("Dense", "bias " + expected, bias.borrow().shape());
        }
    }

    /// Weights from U(−r, r) with r = √(6 / (in + out)), Glorot and Bengio (2010), eq. 16; biases zero.
    ///
    /// @throws ShapeException if there is not at least one input and one output
    public static Dense of(int in, int out, RandomGenerator random) {
        return of(in, out, new UniformWeights(Scaling.GLOROT), random);
    }

    /// Weights as the initializer draws them; biases zero.
    ///
    /// @throws ShapeException if there is not at least one input and one output
    public static Dense of(int in, int out, Initializer initializer, RandomGenerator random) {
        if (in < 1 || out < 1) {
            throw new ShapeException("Dense", "at least one input and one output", in + " and " + out);
        }
        return new Dense(Var.of(initializer.draw(Shape.of(out, in), random)), Var.of(Tensor.zeros(1, out)));
    }

    /// The same layer without a bias, **y = x Wᵀ**.
    public Dense withoutBias() {
        return new Dense(weight, Var.constant(Tensor.zeros(bias.shape())));
    }

    /// @throws ShapeException if x is not (batch, in)
    @Override
    public Var apply(Var x) {
        return apply(x, Nonlinearity.IDENTITY);
    }

    /// **y = f(x Wᵀ + b)** in one pass, the same to the last bit as the layer and the nonlinearity one after
    /// the other.
    ///
    /// With dz = dy ⊙ f′ the pullback is dx += dz W, dW += dzᵀ x, db += the sum of the rows of dz; f′ follows
    /// from y.
    ///
    /// @throws ShapeException if x is not (batch, in)
    Var apply(Var x, Nonlinearity f) {
        Shape shape = x.shape();
        int in = weight.shape().size(1);
        if (shape.rank() != 2 || shape.size(1) != in) {
            String mend = shape.rank() > 2 ? shape + "; put flatten() before it" : shape.toString();
            throw new ShapeException("Dense", "inputs (batch, " + in + ")", mend);
        }
        Tensor y = Tensor.borrowedAffine(x.borrow(), weight.borrow(), bias.borrow(), f);
        return Var.operation(name(f), y, dy -> pullback(x, y, f, dy), x, weight, bias);
    }

    private static String name(Nonlinearity f) {
        return switch (f) {
            case IDENTITY -> "dense";
            case RELU -> "dense, relu";
            case TANH -> "dense, tanh";
            case SIGMOID -> "dense, sigmoid";
        };
    }

    private void pullback(Var x, Tensor y, Nonlinearity f, Tensor dy) {
        Tensor dz = f == Nonlinearity.IDENTITY ? dy : beforeNonlinearity(y, f, dy);
        if (bias.isTracked()) {
            Tensor db = Arena.tensor(bias.shape());
            Ops.best().reduction().sumRows(dz.array(), db.array());
            bias.addGradient(db);
        }
        if (weight.isTracked()) {
            weight.addGradient(Tensor.borrowedProduct("Dense", dz, true, x.borrow(), false));
        }
        if (x.isTracked()) {
            x.addGradient(Tensor.borrowedProduct("Dense", dz, false, weight.borrow(), false));
        }
    }

    /// dz = dy ⊙ f′.
    private static Tensor beforeNonlinearity(Tensor y, Nonlinearity f, Tensor dy) {
        Tensor dz = Arena.tensor(y.shape());
        ElementwiseOps ops = Ops.best().elementwise();
        switch (f) {
            case IDENTITY -> System.arraycopy(dy.array(), 0, dz.array(), 0, dz.count());
            case RELU -> ops.reluPullback(y.array(), dy.array(), dz.array());
            case TANH -> ops.tanhPullback(y.array(), dy.array(), dz.array());
            case SIGMOID -> ops.sigmoidPullback(y.array(), dy.array(), dz.array());
        }
        return dz;
    }

    @Override
    public List<Var> parameters() {
        return bias.isTracked() ? List.of(weight, bias) : List.of(weight);
    }

    @Override
    public String toString() {
        return "dense " + weight.borrow().size(1) + " -> " + weight.borrow().size(0);
    }
}
