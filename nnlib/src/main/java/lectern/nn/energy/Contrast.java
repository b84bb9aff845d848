package lectern.nn.energy;

import lectern.nn.ops.Ops;
import lectern.nn.tensor.Tensor;

/// What the data have more than the model, of each of the statistics **vᵀ P(h | v)**, **v** and **P(h | v)**:
/// the direction in which an [Rbm] learns.
///
/// @param weight as W, (visible, hidden)
/// @param visibleBias as b, (visible)
/// @param hiddenBias as c, (hidden)
public record Contrast(Tensor weight, Tensor visibleBias, Tensor hiddenBias) {

    /// All numbers times a factor.
    public Contrast times(double factor) {
        return new Contrast(weight.times(factor), visibleBias.times(factor), hiddenBias.times(factor));
    }

    /// W ← W + factor · weight, and likewise b and c.
    void addTo(Rbm machine, float factor) {
        add(machine.weight(), factor, weight);
        add(machine.visibleBias(), factor, visibleBias);
        add(machine.hiddenBias(), factor, hiddenBias);
    }

    private static void add(Tensor to, float factor, Tensor change) {
        Ops.best().elementwise().addScaled(to.array(), factor, change.array(), to.array());
    }
}
