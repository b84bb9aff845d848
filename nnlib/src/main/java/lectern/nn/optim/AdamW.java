package lectern.nn.optim;

/// [Adam] with weight decay apart from the gradient: **w ← (1 − η λ) w**, then the step of Adam.
///
/// Source: I. Loshchilov and F. Hutter, *Decoupled weight decay regularization* (ICLR 2019), algorithm 2,
/// where the decay is multiplied by the schedule; here by η, which the schedule changes.
///
/// @param adam the rule of the step
/// @param weightDecay λ, 0 or more
public record AdamW(Adam adam, double weightDecay) implements Optimizer {

    /// @throws IllegalArgumentException if the weight decay is out of its range
    public AdamW {
        Settings.notNegative("adamW", "a weight decay", weightDecay);
    }

    @Override
    public double learningRate() {
        return adam.learningRate();
    }

    @Override
    public Rule rule(int count) {
        Rule step = adam.rule(count);
        return (w, g, rate, t) -> {
            float kept = (float) (1 - rate * weightDecay);
            for (int i = 0; i < count; i++) {
                w[i] *= kept;
            }
            step.step(w, g, rate, t);
        };
    }
}
