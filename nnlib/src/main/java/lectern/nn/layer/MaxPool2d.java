package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.PoolingOps.Pooling;

/// The largest number of each window, **y[i, j] = max x[i s + k − p, j s + l − p]** over k, l, for each map by
/// itself; the padding takes no part. Pullback: dx += dy at the number taken, of equal ones the first.
///
/// Shapes: x (batch, channels, height, width), y (batch, channels, (height + 2p − window) / s + 1, likewise
/// the width).
///
/// @param window pixels on each side of a window
/// @param steps stride and padding
public record MaxPool2d(int window, Steps steps) implements Layer {

    /// @throws IllegalArgumentException if the window is empty or the padding is more than half of it
    public MaxPool2d {
        Pools.check("MaxPool2d", window, steps);
    }

    /// Windows side by side.
    public static MaxPool2d of(int window) {
        return new MaxPool2d(window, new Steps(window, 0, 1));
    }

    /// The same window moving by so many pixels.
    public MaxPool2d stride(int stride) {
        return new MaxPool2d(window, new Steps(stride, steps.padding(), 1));
    }

    /// The same window over maps with a border of so many pixels.
    public MaxPool2d padding(int padding) {
        return new MaxPool2d(window, new Steps(steps.stride(), padding, 1));
    }

    @Override
    public Var apply(Var x) {
        Pooling sizes = Pools.sizes("MaxPool2d", window, steps, x.shape());
        return Pools.max(sizes, x);
    }

    @Override
    public String toString() {
        return "max pool " + window + "×" + window;
    }
}
