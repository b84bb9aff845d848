package lectern.nn.theory;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Rosenblatt's perceptron, **y = sign(w·x + b)**, and its rule: for each example in order, if t (w·x + b) ≤ 0,
/// **w ← w + η t x, b ← b + η t**.
///
/// Weights start at zero. If a plane divides the classes with a margin, the rule ends after finitely many
/// mistakes (A. Novikoff, 1962). Sums are in double.
///
/// Source: F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization in
/// the brain* (1958).
///
/// @param weight w, (features)
/// @param bias b
/// @param mistakes how many were made in each epoch
public record Perceptron(Tensor weight, float bias, List<Integer> mistakes) {

    /// Keeps a copy of the list.
    public Perceptron {
        mistakes = List.copyOf(mistakes);
    }

    /// Learns until an epoch is without mistakes.
    ///
    /// @param x (count, features)
    /// @param target (count), 1 or −1
    /// @param learningRate η
    /// @param mostEpochs after which it ends in any case
    /// @throws IllegalArgumentException if these are not such
    public static Perceptron learn(Tensor x, Tensor target, double learningRate, int mostEpochs) {
        Classes.check("perceptron", x, target);
        if (!(learningRate > 0) || mostEpochs < 1) {
            throw new IllegalArgumentException("perceptron: expected a learning rate above 0 and at least one epoch, "
                    + "found " + learningRate + " and " + mostEpochs);
        }
        double[] w = new double[x.size(1) + 1];
        List<Integer> mistakes = new ArrayList<>();
        do {
            mistakes.add(epoch(x, target, learningRate, w));
        } while (mistakes.getLast() > 0 && mistakes.size() < mostEpochs);
        Tensor weight = Tensor.zeros(x.size(1));
        for (int i = 0; i < weight.count(); i++) {
            weight.array()[i] = (float) w[i];
        }
        return new Perceptron(weight, (float) w[weight.count()], mistakes);
    }

    private static int epoch(Tensor x, Tensor target, double learningRate, double[] w) {
        int features = x.size(1);
        int mistakes = 0;
        for (int n = 0; n < x.size(0); n++) {
            double t = target.array()[n];
            if (t * output(x, n, w) > 0) {
                continue;
            }
            mistakes++;
            for (int i = 0; i < features; i++) {
                w[i] += learningRate * t * x.array()[n * features + i];
            }
            w[features] += learningRate * t;
        }
        return mistakes;
    }

    private static double output(Tensor x, int example, double[] w) {
        int features = x.size(1);
        double sum = w[features];
        for (int i = 0; i < features; i++) {
            sum += w[i] * x.array()[example * features + i];
        }
        return sum;
    }

    /// Whether the last epoch was without mistakes.
    public boolean converged() {
        return mistakes.getLast() == 0;
    }

    /// w·x + b of each example, (count).
    ///
    /// @param x (count, features)
    /// @throws ShapeException if it has another shape
    public Tensor outputs(Tensor x) {
        if (x.shape().rank() != 2 || x.size(1) != weight.count()) {
            throw new ShapeException("outputs", "examples (count, " + weight.count() + ")", x.shape());
        }
        double[] w = new double[weight.count() + 1];
        for (int i = 0; i < weight.count(); i++) {
            w[i] = weight.array()[i];
        }
        w[weight.count()] = bias;
        Tensor outputs = Tensor.zeros(Shape.of(x.size(0)));
        for (int n = 0; n < outputs.count(); n++) {
            outputs.array()[n] = (float) output(x, n, w);
        }
        return outputs;
    }

    /// The class of each example, 1 or −1, (count).
    ///
    /// @param x (count, features)
    /// @throws ShapeException if it has another shape
    public Tensor predict(Tensor x) {
        return outputs(x).map(y -> y > 0 ? 1 : -1);
    }
}
