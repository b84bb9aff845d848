package lectern.nn.optim;

import java.util.Arrays;

/// Steps by the sign of the gradient alone, each weight with a size of its own: **w ← w − Δ sign g**, where Δ
/// grows by η⁺ while the sign stays and shrinks by η⁻ when it changes; at a change the weight rests for a
/// step.
///
/// It is for whole batches: between mini-batches signs change by chance.
///
/// Source: M. Riedmiller and H. Braun, *A direct adaptive method for faster backpropagation learning: the RPROP
/// algorithm* (ICNN 1993), section 2; the form that does not take the last step back, Rprop⁻, is that of C.
/// Igel and M. Hüsken, *Improving the Rprop learning algorithm* (NC 2000), with the gradient set to 0 at a
/// change.
///
/// @param learningRate Δ of the first step; later changes of the learning rate do nothing
/// @param shrink η⁻, above 0 and below 1
/// @param grow η⁺, above 1
/// @param smallest Δ does not fall below it
/// @param largest Δ does not rise above it
public record Rprop(double learningRate, double shrink, double grow, double smallest, double largest)
        implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Rprop {
        Settings.learningRate("rprop", learningRate);
        if (!(shrink > 0 && shrink < 1 && grow > 1)) {
            throw new IllegalArgumentException(
                    "rprop: expected a shrink of 0…1 and a grow above 1, found " + shrink + " and " + grow);
        }
        if (!(smallest > 0 && largest >= smallest)) {
            throw new IllegalArgumentException(
                    "rprop: expected a smallest step above 0 and a largest not below it, found " + smallest + " and "
                            + largest);
        }
    }

    /// With the settings that the paper recommends.
    public static Rprop of(double learningRate) {
        return new Rprop(learningRate, 0.5, 1.2, 1e-6, 50);
    }

    @Override
    public Rule rule(int count) {
        float[] before = new float[count];
        float[] delta = new float[count];
        return (w, g, rate, t) -> {
            if (t == 1) {
                Arrays.fill(delta, (float) rate);
            }
            for (int i = 0; i < count; i++) {
                // Signs, because a product of small gradients would round to 0.
                float turn = Math.signum(before[i]) * Math.signum(g[i]);
                float factor = turn > 0 ? (float) grow : turn < 0 ? (float) shrink : 1;
                delta[i] = Math.clamp(delta[i] * factor, (float) smallest, (float) largest);
                before[i] = turn < 0 ? 0 : g[i];
                w[i] -= Math.signum(before[i]) * delta[i];
            }
        };
    }
}
