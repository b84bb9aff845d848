package lectern.nn.autograd;

import java.util.Arrays;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What is made of many numbers of one [Var] at once: sums, and softmax.
final class Reductions {

    private Reductions() {}

    static Var sum(Var a) {
        Tensor y = Arena.tensor();
        y.array()[0] = a.borrow().sum();
        return Var.operation(
                "sum",
                y,
                dy -> {
                    Tensor da = Arena.tensor(a.shape());
                    Arrays.fill(da.array(), dy.item());
                    a.addGradient(da);
                },
                a);
    }

    static Var sum(Var a, int dimension) {
        Shape shape = a.shape();
        int d = dimension < 0 ? dimension + shape.rank() : dimension;
        if (d < 0 || d >= shape.rank()) {
            throw new ShapeException("sum of " + shape, "a dimension below " + shape.rank(), dimension);
        }
        int size = shape.size(d);
        int inner = inner(shape, d);
        Tensor y = Arena.tensor(without(shape, d));
        for (int i = 0; i < y.count(); i++) {
            int at = i / inner * size * inner + i % inner;
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += a.borrow().array()[at + j * inner];
            }
            y.array()[i] = (float) sum;
        }
        return Var.operation(
                "sum",
                y,
                dy -> {
                    Tensor da = Arena.tensor(shape);
                    for (int i = 0; i < da.count(); i++) {
                        da.array()[i] = dy.array()[i / (size * inner) * inner + i % inner];
                    }
                    a.addGradient(da);
                },
                a);
    }

    /// The numbers from one index of the dimension to the next.
    private static int inner(Shape shape, int dimension) {
        int inner = 1;
        for (int d = dimension + 1; d < shape.rank(); d++) {
            inner *= shape.size(d);
        }
        return inner;
    }

    private static Shape without(Shape shape, int dimension) {
        int[] sizes = new int[shape.rank() - 1];
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = shape.size(d < dimension ? d : d + 1);
        }
        return Shape.of(sizes);
    }

    static Var softmax(Var x) {
        int columns = columns("softmax", x);
        Tensor y = Arena.tensor(x.shape());
        Ops.best().reduction().softmax(columns, x.borrow().array(), y.array());
        return Var.operation(
                "softmax",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    Ops.best().reduction().softmaxPullback(columns, y.array(), dy.array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }

    static Var logSoftmax(Var x) {
        int columns = columns("logSoftmax", x);
        Tensor y = Arena.tensor(x.shape());
        Ops.best().reduction().logSoftmax(columns, x.borrow().array(), y.array());
        return Var.operation(
                "logSoftmax",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    logSoftmaxPullback(columns, y.array(), dy.array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }

    private static void logSoftmaxPullback(int columns, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().exp(y, dx);
        for (int from = 0; from < dx.length; from += columns) {
            double total = 0;
            for (int i = from; i < from + columns; i++) {
                total += dy[i];
            }
            for (int i = from; i < from + columns; i++) {
                dx[i] = dy[i] - dx[i] * (float) total;
            }
        }
    }

    private static int columns(String where, Var x) {
        if (x.shape().rank() == 0) {
            throw new ShapeException(where, "(…, classes)", x.shape());
        }
        return x.shape().size(-1);
    }
}
