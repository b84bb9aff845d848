package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.Ops;
import lectern.nn.ops.PoolingOps.Pooling;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What the pooling layers have in common: which sizes fit, and how the operations are differentiated.
final class Pools {

    private Pools() {}

    static void check(String where, int window, Steps steps) {
        if (window < 1 || steps.stride() < 1 || steps.dilation() != 1) {
            throw new IllegalArgumentException(where + ": expected a window and a stride of 1 or more, found " + window
                    + " and " + steps.stride());
        }
        if (steps.padding() < 0 || 2 * steps.padding() > window) {
            throw new IllegalArgumentException(
                    where + ": expected padding of at most half the window " + window + ", found " + steps.padding());
        }
    }

    static Pooling sizes(String where, int window, Steps steps, Shape x) {
        checkImages(where, x);
        Pooling sizes = new Pooling(x.size(0) * x.size(1), x.size(2), x.size(3), window, window, steps, steps);
        if (sizes.outHeight() < 1 || sizes.outWidth() < 1) {
            throw new ShapeException(where, "images of at least the size of the window " + window, x);
        }
        return sizes;
    }

    static void checkImages(String where, Shape x) {
        if (x.rank() != 4) {
            throw new ShapeException(where, "images (batch, channels, height, width)", x);
        }
    }

    /// One window as large as the images.
    static Var global(boolean max, Var x) {
        Shape shape = x.shape();
        if (shape.size(2) < 1 || shape.size(3) < 1) {
            throw new ShapeException("global pool", "images of at least one pixel", shape);
        }
        Steps once = new Steps(1, 0, 1);
        Pooling sizes = new Pooling(
                shape.size(0) * shape.size(1), shape.size(2), shape.size(3), shape.size(2), shape.size(3), once, once);
        return max ? max(sizes, x) : average(sizes, true, x);
    }

    static Var max(Pooling sizes, Var x) {
        Tensor y = result(sizes, x.shape());
        Tensor chosen = Arena.tensor(y.shape());
        Ops.best().pooling().max(sizes, x.borrow().array(), y.array(), chosen.array());
        return Var.operation(
                "maxPool",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    Ops.best().pooling().maxPullback(sizes, dy.array(), chosen.array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }

    static Var average(Pooling sizes, boolean countPadding, Var x) {
        Tensor y = result(sizes, x.shape());
        Ops.best().pooling().average(sizes, countPadding, x.borrow().array(), y.array());
        return Var.operation(
                "averagePool",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    Ops.best().pooling().averagePullback(sizes, countPadding, dy.array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }

    static Tensor result(Pooling sizes, Shape x) {
        return Arena.tensor(x.size(0), x.size(1), sizes.outHeight(), sizes.outWidth());
    }
}
