package lectern.nn.energy;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// Gibbs sampling of an [Rbm]: **h ~ P(h | v), v ~ P(v | h), …** in turn, all units of a side at once.
///
/// A binary unit is 1 where its number u < p. A Gaussian one is its mean plus **√(−2 ln(1 − u)) cos 2πu′**,
/// with two numbers for each unit: first all u, then all u′ (G. Box and M. Muller, 1958).
///
/// @param machine that is sampled
/// @param visibleMeans whether the visible units take their means instead of samples; no numbers are drawn for
///     them then
/// @param numbers what the samples are drawn with: for each step those of the hidden units, then those of the
/// visible
public record Gibbs(Rbm machine, boolean visibleMeans, UniformNumbers numbers) {

    /// One step of a chain.
    ///
    /// @param hidden the sampled hidden units, (batch, hidden)
    /// @param visibleMeans what they make the visible ones expect: P(v = 1 | h), or the means of Gaussian
    /// units
    /// @param visible the visible units, (batch, visible)
    /// @param hiddenProbabilities P(h = 1 | v) of these
    public record Step(Tensor hidden, Tensor visibleMeans, Tensor visible, Tensor hiddenProbabilities) {

        Step keep() {
            hidden.keep();
            visibleMeans.keep();
            visible.keep();
            hiddenProbabilities.keep();
            return this;
        }
    }

    /// The steps of a chain that starts at the given visible units.
    ///
    /// @param visible (batch, visible)
    /// @param steps 1 or more
    /// @throws IllegalArgumentException if these are not such
    public List<Step> from(Tensor visible, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("gibbs: expected steps of 1 or more, found " + steps);
        }
        List<Step> chain = new ArrayList<>();
        Tensor probabilities = machine.hiddenProbabilities(visible);
        for (int k = 0; k < steps; k++) {
            Step step = step(probabilities).keep();
            chain.add(step);
            probabilities = step.hiddenProbabilities();
        }
        return chain;
    }

    /// The next step, borrowed from the running step's arena.
    Step step(Tensor hiddenProbabilities) {
        Tensor hidden = binary(hiddenProbabilities);
        Tensor means = machine.means(hidden, true);
        Tensor visible = visibleMeans ? means : sampleVisible(means);
        return new Step(hidden, means, visible, machine.means(visible, false));
    }

    private Tensor sampleVisible(Tensor means) {
        return machine.visibleUnits() == VisibleUnits.BINARY ? binary(means) : gaussian(means);
    }

    private Tensor binary(Tensor probabilities) {
        Tensor sample = Arena.tensor(probabilities.shape());
        float[] units = sample.array();
        numbers.fill(units);
        for (int i = 0; i < units.length; i++) {
            units[i] = units[i] < probabilities.array()[i] ? 1 : 0;
        }
        return sample;
    }

    private Tensor gaussian(Tensor means) {
        Tensor sample = Arena.tensor(means.shape());
        float[] drawn = Arena.tensor(2, means.count()).array();
        numbers.fill(drawn);
        for (int i = 0; i < means.count(); i++) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - (double) drawn[i]));
            double angle = 2 * Math.PI * drawn[means.count() + i];
            sample.array()[i] = (float) (means.array()[i] + radius * StrictMath.cos(angle));
        }
        return sample;
    }
}
