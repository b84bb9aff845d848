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

/// A restricted Boltzmann machine of binary units, with the energy **E(v, h) = −b·v − c·h − vᵀ W h**; with
/// Gaussian visible units of unit variance **E(v, h) = ½‖v − b‖² − c·h − vᵀ W h**.
///
/// Given the visible units the hidden ones are independent, **P(hⱼ = 1 | v) = σ(cⱼ + Σᵢ vᵢ wᵢⱼ)**, and the
/// other way round, **P(vᵢ = 1 | h) = σ(bᵢ + Σⱼ wᵢⱼ hⱼ)**, or vᵢ ~ N(bᵢ + Σⱼ wᵢⱼ hⱼ, 1).
///
/// Shapes: W (visible, hidden), b (visible), c (hidden), v (batch, visible), h (batch, hidden).
///
/// Source: G. Hinton, *A Practical Guide to Training Restricted Boltzmann Machines* (2010), eq. (1), (7) and
/// (8); section 13.2 for Gaussian units.
///
/// @param weight W; training changes it in place
/// @param visibleBias b; training changes it in place
/// @param hiddenBias c; training changes it in place
/// @param visibleUnits what the visible units are
public record Rbm(Tensor weight, Tensor visibleBias, Tensor hiddenBias, VisibleUnits visibleUnits) {

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

    /// A machine of binary units.
    ///
    /// @throws ShapeException if the shapes do not belong together
    public Rbm(Tensor weight, Tensor visibleBias, Tensor hiddenBias) {
        this(weight, visibleBias, hiddenBias, VisibleUnits.BINARY);
    }

    /// Binary units; weights from N(0, 0.01²), as section 8 of the source recommends; biases zero.
    ///
    /// @throws ShapeException if there is not at least one visible and one hidden unit
    public static Rbm of(int visible, int hidden, RandomGenerator random) {
        return of(visible, hidden, VisibleUnits.BINARY, random);
    }

    /// Weights from N(0, 0.01²), as section 8 of the source recommends; biases zero.
    ///
    /// @throws ShapeException if there is not at least one visible and one hidden unit
    public static Rbm of(int visible, int hidden, VisibleUnits visibleUnits, RandomGenerator random) {
        if (visible < 1 || hidden < 1) {
            throw new ShapeException("Rbm", "at least one visible and one hidden unit", visible + " and " + hidden);
        }
        Tensor weight = Tensor.normal(Shape.of(visible, hidden), 0.01, random);
        return new Rbm(weight, Tensor.zeros(visible), Tensor.zeros(hidden), visibleUnits);
    }

    /// P(h = 1 | v), (batch, hidden).
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public Tensor hiddenProbabilities(Tensor visible) {
        check("hiddenProbabilities", visible, weight.size(0));
        return means(visible, false).keep();
    }

    /// What v is expected to be, given h: P(v = 1 | h), or the means of Gaussian units; (batch, visible).
    ///
    /// @param hidden (batch, hidden)
    /// @throws ShapeException if it has another shape
    public Tensor visibleMeans(Tensor hidden) {
        check("visibleMeans", hidden, weight.size(1));
        return means(hidden, true).keep();
    }

    /// What the machine makes of v: the visible means for its hidden probabilities.
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public Tensor reconstruct(Tensor visible) {
        return visibleMeans(hiddenProbabilities(visible));
    }

    /// The mean squared difference between v and [what is made of it][#reconstruct], for one visible unit.
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public double reconstructionError(Tensor visible) {
        return meanSquaredDifference(visible, reconstruct(visible));
    }

    static double meanSquaredDifference(Tensor data, Tensor made) {
        double sum = 0;
        for (int i = 0; i < data.count(); i++) {
            double difference = data.array()[i] - made.array()[i];
            sum += difference * difference;
        }
        return sum / data.count();
    }

    /// The energy E(v, h) of each pair of states, (batch).
    ///
    /// @param visible (batch, visible)
    /// @param hidden (batch, hidden)
    /// @throws ShapeException if they have other shapes
    public Tensor energy(Tensor visible, Tensor hidden) {
        check("energy", visible, weight.size(0));
        check("energy", hidden, weight.size(1));
        if (hidden.size(0) != visible.size(0)) {
            throw new ShapeException("energy", visible.size(0) + " hidden states", hidden.size(0));
        }
        float[] inputs = affine(visible, false, Nonlinearity.IDENTITY).array();
        Tensor energies = Tensor.zeros(visible.size(0));
        for (int n = 0; n < energies.count(); n++) {
            double energy = ofVisible(visible, n);
            for (int j = 0; j < hiddenBias.count(); j++) {
                int at = n * hiddenBias.count() + j;
                energy -= (double) inputs[at] * hidden.array()[at];
            }
            energies.array()[n] = (float) energy;
        }
        return energies;
    }

    /// The free energy **F(v) = −b·v − Σⱼ ln(1 + e^(cⱼ + Σᵢ vᵢ wᵢⱼ))** of each example in nats: P(v) is
    /// proportional to e^−F. With Gaussian visible units ½‖v − b‖² stands for −b·v.
    ///
    /// @param visible (batch, visible)
    /// @return (batch)
    /// @throws ShapeException if it has another shape
    public Tensor freeEnergy(Tensor visible) {
        check("freeEnergy", visible, weight.size(0));
        Tensor inputs = affine(visible, false, Nonlinearity.IDENTITY);
        Ops.best().elementwise().softplus(inputs.array(), inputs.array());
        Tensor energies = Tensor.zeros(visible.size(0));
        for (int n = 0; n < energies.count(); n++) {
            double energy = ofVisible(visible, n);
            for (int j = 0; j < hiddenBias.count(); j++) {
                energy -= inputs.array()[n * hiddenBias.count() + j];
            }
            energies.array()[n] = (float) energy;
        }
        return energies;
    }

    /// −b·v, or ½‖v − b‖², of one example: what of the energy does not ask for the hidden units.
    private double ofVisible(Tensor visible, int example) {
        double energy = 0;
        for (int i = 0; i < visibleBias.count(); i++) {
            double b = visibleBias.array()[i];
            double v = visible.array()[example * visibleBias.count() + i];
            energy += visibleUnits == VisibleUnits.BINARY ? -b * v : 0.5 * (v - b) * (v - b);
        }
        return energy;
    }

    /// What the other side's units are expected to be, borrowed from the running step.
    Tensor means(Tensor units, boolean ofVisible) {
        boolean linear = ofVisible && visibleUnits == VisibleUnits.GAUSSIAN;
        return affine(units, ofVisible, linear ? Nonlinearity.IDENTITY : Nonlinearity.SIGMOID);
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
        String units = visibleUnits == VisibleUnits.GAUSSIAN ? " gaussian" : "";
        return "rbm " + weight.size(0) + units + " - " + weight.size(1);
    }
}
