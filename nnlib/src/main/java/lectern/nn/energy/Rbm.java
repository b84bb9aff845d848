package lectern.nn.energy;

import java.util.random.RandomGenerator;
import lectern.nn.ops.MatrixOps.Product;
import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A restricted Boltzmann machine of binary units, with the energy **E(v, h) = −b·v − c·h − vᵀ W h**.
///
/// Given the visible units the hidden ones are independent, **P(hⱼ = 1 | v) = σ(cⱼ + Σᵢ vᵢ wᵢⱼ)**, and the
/// other way
/// round, **P(vᵢ = 1 | h) = σ(bᵢ + Σⱼ wᵢⱼ hⱼ)**.
///
/// Shapes: W (visible, hidden), b (visible), c (hidden), v (batch, visible), h (batch, hidden).
///
/// Source: G. Hinton, *A Practical Guide to Training Restricted Boltzmann Machines* (2010), eq. (1), (7) and
/// (8).
///
/// @param weight W; training changes it in place
/// @param visibleBias b; training changes it in place
/// @param hiddenBias c; training changes it in place
public record Rbm(Tensor weight, Tensor visibleBias, Tensor hiddenBias) {

    /// @throws ShapeException if the shapes do not belong together
    public Rbm {
        if (weight.shape().rank() != 2) {
            throw new ShapeException("Rbm", "weight (visible, hidden)", weight.shape());
        }
        if (!visibleBias.shape().equals(Shape.of(weight.size(0)))) {
            throw new ShapeException("Rbm", "visibleBias (" + weight.size(0) + ")", visibleBias.shape());
        }
        if (!hiddenBias.shape().equals(Shape.of(weight.size(1)))) {
            throw new ShapeException("Rbm", "hiddenBias (" + weight.size(1) + ")", hiddenBias.shape());
        }
    }

    /// Weights from N(0, 0.01²), as section 8 of the source recommends; biases zero.
    ///
    /// @throws ShapeException if there is not at least one visible and one hidden unit
    public static Rbm of(int visible, int hidden, RandomGenerator random) {
        if (visible < 1 || hidden < 1) {
            throw new ShapeException("Rbm", "at least one visible and one hidden unit", visible + " and " + hidden);
        }
        return new Rbm(
                Tensor.normal(Shape.of(visible, hidden), 0.01, random), Tensor.zeros(visible), Tensor.zeros(hidden));
    }

    /// P(h = 1 | v), (batch, hidden).
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public Tensor hiddenProbabilities(Tensor visible) {
        check("hiddenProbabilities", visible, weight.size(0));
        return probabilities(visible, false).keep();
    }

    /// P(v = 1 | h), (batch, visible).
    ///
    /// @param hidden (batch, hidden)
    /// @throws ShapeException if it has another shape
    public Tensor visibleProbabilities(Tensor hidden) {
        check("visibleProbabilities", hidden, weight.size(1));
        return probabilities(hidden, true).keep();
    }

    /// P(v = 1 | h) for the hidden probabilities of v: what the machine makes of it.
    ///
    /// @param visible (batch, visible)
    public Tensor reconstruct(Tensor visible) {
        return visibleProbabilities(hiddenProbabilities(visible));
    }

    /// The free energy **F(v) = −b·v − Σⱼ ln(1 + e^(cⱼ + Σᵢ vᵢ wᵢⱼ))** of each example in nats: P(v) is
    /// proportional to e^−F.
    ///
    /// @param visible (batch, visible)
    /// @return (batch)
    public Tensor freeEnergy(Tensor visible) {
        check("freeEnergy", visible, weight.size(0));
        Tensor inputs = affine(visible, false, Nonlinearity.IDENTITY);
        Ops.best().elementwise().softplus(inputs.array(), inputs.array());
        Tensor energies = Tensor.zeros(visible.size(0));
        for (int n = 0; n < energies.count(); n++) {
            double energy = 0;
            for (int i = 0; i < visibleBias.count(); i++) {
                energy -= (double) visibleBias.array()[i] * visible.array()[n * visibleBias.count() + i];
            }
            for (int j = 0; j < hiddenBias.count(); j++) {
                energy -= inputs.array()[n * hiddenBias.count() + j];
            }
            energies.array()[n] = (float) energy;
        }
        return energies;
    }

    /// The probabilities of the other side's units, borrowed from the running step.
    Tensor probabilities(Tensor units, boolean ofVisible) {
        return affine(units, ofVisible, Nonlinearity.SIGMOID);
    }

    private Tensor affine(Tensor units, boolean toVisible, Nonlinearity nonlinearity) {
        Tensor bias = toVisible ? visibleBias : hiddenBias;
        Product product = new Product(units.size(0), bias.count(), units.size(1), false, toVisible);
        Tensor y = Arena.tensor(product.rows(), product.columns());
        WorkCounter.add(product.multiplyAdds());
        Ops.best().matrix().affine(product, units.array(), weight.array(), bias.array(), nonlinearity, y.array());
        return y;
    }

    private static void check(String where, Tensor units, int count) {
        if (units.shape().rank() != 2 || units.size(1) != count) {
            throw new ShapeException(where, "units (batch, " + count + ")", units.shape());
        }
    }

    @Override
    public String toString() {
        return "rbm " + weight.size(0) + " - " + weight.size(1);
    }
}
