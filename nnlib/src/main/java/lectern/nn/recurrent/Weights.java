package lectern.nn.recurrent;

import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Sigmoid;
import lectern.nn.layer.Tanh;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What the cells have in common: starting weights, checks of shapes, gates.
final class Weights {

    private Weights() {}

    /// `blocks` matrices (out, in), one below the other, from U(−r, r) with r = √(6 / (in + out)), Glorot and
    /// Bengio (2010), eq. 16.
    ///
    /// @throws ShapeException if there is not at least one input and one unit
    static Var glorot(String where, int blocks, int out, int in, RandomGenerator random) {
        if (in < 1 || out < 1) {
            throw new ShapeException(where, "at least one input and one unit", in + " and " + out);
        }
        return Var.of(Tensor.uniform(Shape.of(blocks * out, in), Math.sqrt(6.0 / (in + out)), random));
    }

    /// @throws ShapeException if it does not have the shape
    static void check(String where, String name, Var found, int... expected) {
        Shape shape = Shape.of(expected);
        if (!found.shape().equals(shape)) {
            throw new ShapeException(where, name + " " + shape, found.shape());
        }
    }

    /// @throws ShapeException if it is not a matrix with that many rows
    static void checkRows(String where, String name, Var found, int rows) {
        if (found.shape().rank() != 2 || found.shape().size(0) != rows) {
            throw new ShapeException(where, name + " (" + rows + ", in)", found.shape());
        }
    }

    /// tanh z.
    static Var tanh(Var z) {
        return new Tanh().apply(z);
    }

    /// σ(z), the logistic function.
    static Var sigmoid(Var z) {
        return new Sigmoid().apply(z);
    }

    /// Zeros (batch, width).
    static Var zeros(int batch, int width) {
        return Var.constant(Tensor.zeros(batch, width));
    }
}
