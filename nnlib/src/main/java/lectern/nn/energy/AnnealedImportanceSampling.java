package lectern.nn.energy;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// An estimate of ln Z of an [Rbm] that is too large for [ExactLikelihood], by annealed importance sampling.
///
/// Between a machine without weights, which has the visible bias a and **Z₀ = 2^hidden Πᵢ (1 + e^aᵢ)**, and the
/// given one lie machines with **((1 − β) a + β b, β c, β W)**, 0 ≤ β ≤ 1, which give v the unnormalised
/// probability p*(v; β). A chain starts at a sample of the first one. At each of the equal steps of β it collects
/// **ln w ← ln w + ln p*(v; β′) − ln p*(v; β)** and then takes one step of Gibbs sampling at β′. The mean of w over
/// such chains is expected to be Z / Z₀ exactly, its logarithm a little less than ln Z / Z₀.
///
/// Source: R. Salakhutdinov and I. Murray, *On the quantitative analysis of deep belief networks* (2008).
///
/// @param machine of binary units, as it was when the chains ran
/// @param startLogPartition ln Z₀
/// @param logWeights ln w of each chain, (chains)
public record AnnealedImportanceSampling(Rbm machine, double startLogPartition, Tensor logWeights) {

    /// Runs the chains. They start with the frequencies of ones in the examples, **aᵢ = ln (n₁ + 1) / (n₀ + 1)**.
    ///
    /// @param examples (count, visible), 0…1
    /// @param chains 2 or more, side by side
    /// @param steps of β, 1 or more
    /// @param numbers what the samples are drawn with
    /// @throws ShapeException if the examples have another shape
    /// @throws IllegalArgumentException if the visible units are Gaussian, or a number is too small
    public static AnnealedImportanceSampling of(
            Rbm machine, Tensor examples, int chains, int steps, UniformNumbers numbers) {
        int visible = machine.weight().size(0);
        if (machine.visibleUnits() != VisibleUnits.BINARY) {
            throw new IllegalArgumentException(
                    "annealedImportanceSampling: expected binary visible units, found Gaussian ones");
        }
        if (examples.shape().rank() != 2 || examples.size(1) != visible) {
            throw new ShapeException(
                    "annealedImportanceSampling", "examples (count, " + visible + ")", examples.shape());
        }
        if (chains < 2 || steps < 1) {
            throw new IllegalArgumentException("annealedImportanceSampling: expected 2 or more chains and 1 or more"
                    + " steps, found " + chains + " and " + steps);
        }
        float[] start = startBias(examples);
        double startLogPartition = machine.weight().size(1) * StrictMath.log(2);
        for (float a : start) {
            startLogPartition += Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
        }
        return new AnnealedImportanceSampling(
                machine, startLogPartition, new Annealing(machine, start, numbers).logWeights(chains, steps));
    }

    private static float[] startBias(Tensor examples) {
        float[] start = new float[examples.size(1)];
        for (int i = 0; i < start.length; i++) {
            double ones = 0;
            for (int n = 0; n < examples.size(0); n++) {
                ones += examples.array()[n * start.length + i];
            }
            start[i] = (float) StrictMath.log((ones + 1) / (examples.size(0) - ones + 1));
        }
        return start;
    }

    /// The estimate of ln Z, in nats.
    public double logPartition() {
        return logPartition(0);
    }

    /// What ln Z would be if the mean of w were so many of its standard errors larger; −∞ where nothing is left of it.
    ///
    /// @param errors such as −3 for the lower end of an interval, and 3 for its upper end
    public double logPartition(double errors) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logarithm : logWeights.array()) {
            largest = Math.max(largest, logarithm);
        }
        int chains = logWeights.count();
        double sum = 0;
        double squares = 0;
        for (float logarithm : logWeights.array()) {
            double w = StrictMath.exp(logarithm - largest);
            sum += w;
            squares += w * w;
        }
        double mean = sum / chains;
        double standardError = Math.sqrt(Math.max(0, squares / chains - mean * mean) / (chains - 1));
        double weight = Math.max(0, mean + errors * standardError);
        return startLogPartition + largest + StrictMath.log(weight);
    }

    /// The mean of −ln P(v) over the examples by that estimate, in nats.
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public double loss(Tensor visible) {
        double sum = 0;
        for (float energy : machine.freeEnergy(visible).array()) {
            sum += energy;
        }
        return sum / visible.size(0) + logPartition();
    }
}
