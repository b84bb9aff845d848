package lectern.bench.compare;

import java.util.Locale;

/// One training step through the public API: forward, cross-entropy, backward, update of all parameters.
///
/// @param learningRate so small in what is timed that the network does not end at gradients of zero
public record Network(Kind kind, Rule rule, int batch, float learningRate) implements Work {

    /// The classes that each network tells apart.
    public static final int CLASSES = 10;

    /// Which network.
    public enum Kind {
        /// Dense 784-256-128-10 with ReLU.
        MLP,
        /// Convolution to 6, 5×5, ReLU, max-pooling 2; convolution to 16, 5×5, ReLU, max-pooling 2; dense
        /// 256-120-84-10 with ReLU.
        LENET,
        /// LSTM 64 to 128 over 50 steps, x (50, batch, 64), then dense to 10 from the last step.
        LSTM
    }

    /// How the step is taken.
    public enum Rule {
        /// Plain descent.
        SGD,
        /// Adam, its usual settings.
        ADAM
    }

    /// As it is timed.
    public static Network of(Kind kind, Rule rule, int batch) {
        return new Network(kind, rule, batch, 1e-6f);
    }

    @Override
    public String name() {
        return "train " + kind.name().toLowerCase(Locale.ROOT) + " "
                + rule.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public double flops() {
        double forward = switch (kind) {
            case MLP -> 784 * 256 + 256 * 128 + 128 * 10;
            case LENET -> 24 * 24 * 6 * 25 + 8 * 8 * 16 * 6 * 25 + 256 * 120 + 120 * 84 + 84 * 10;
            case LSTM -> 50.0 * 4 * 128 * (64 + 128) + 128 * 10;
        };
        return 3 * 2 * batch * forward;
    }

    @Override
    public double tolerance() {
        return 2e-3;
    }

    /// A rate that shows whether the steps are right.
    @Override
    public Network forChecking() {
        return new Network(kind, rule, batch, rule == Rule.SGD ? 0.1f : 1e-3f);
    }

    /// The inputs of a batch.
    public float[] x() {
        return switch (kind) {
            case MLP, LENET -> Numbers.uniform(batch * 784, 1, 1);
            case LSTM -> Numbers.uniform(batch * 50 * 64, 1, 1);
        };
    }

    /// The labels of a batch.
    public int[] labels() {
        return Numbers.labels(batch, CLASSES, 2);
    }

    /// The weight of layer number `layer`, (out, in): U(−r, r) with r = 1/√in.
    public float[] weight(int layer, int out, int in) {
        return Numbers.uniform(out * in, 1 / Math.sqrt(in), 10 + layer);
    }
}
