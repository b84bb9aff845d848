package lectern.nn.layer;

import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.PoolingOps.Pooling;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What the pooling layers have in common: which sizes fit.
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
        if (x.rank() != 4) {
            throw new ShapeException(where, "images (batch, channels, height, width)", x);
        }
        Pooling sizes = new Pooling(x.size(0) * x.size(1), x.size(2), x.size(3), window, window, steps, steps);
        if (sizes.outHeight() < 1 || sizes.outWidth() < 1) {
            throw new ShapeException(where, "images of at least the size of the window " + window, x);
        }
        return sizes;
    }

    static Tensor result(Pooling sizes, Shape x) {
        return Arena.tensor(x.size(0), x.size(1), sizes.outHeight(), sizes.outWidth());
    }
}
