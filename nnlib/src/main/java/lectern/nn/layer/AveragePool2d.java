package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.PoolingOps.Pooling;

/// The mean of each window, for each map by itself. Pullback: dx += dy / count for each window that a number
/// is in.
///
/// Shapes: x (batch, channels, height, width), y (batch, channels, (height + 2p − window) / s + 1, likewise
/// the width).
///
/// @param window pixels on each side of a window
/// @param steps stride and padding
/// @param countPadding whether the padding counts, as zeros
public record AveragePool2d(int window, Steps steps, boolean countPadding) implements Layer {

    /// @throws IllegalArgumentException if the window is empty or the padding is more than half of it
    public AveragePool2d {
        Pools.check("AveragePool2d", window, steps);
    }

    /// Windows side by side.
    public static AveragePool2d of(int window) {
        return new AveragePool2d(window, new Steps(window, 0, 1), true);
    }

    /// The same window moving by so many pixels.
    public AveragePool2d stride(int stride) {
        return new AveragePool2d(window, new Steps(stride, steps.padding(), 1), countPadding);
    }

    /// The same window over maps with a border of so many pixels.
    public AveragePool2d padding(int padding) {
        return new AveragePool2d(window, new Steps(steps.stride(), padding, 1), countPadding);
    }

    @Override
    public Var apply(Var x) {
        Pooling sizes = Pools.sizes("AveragePool2d", window, steps, x.shape());
        return Pools.average(sizes, countPadding, x);
    }

    @Override
    public String toString() {
        return "average pool " + window + "×" + window;
    }
}
