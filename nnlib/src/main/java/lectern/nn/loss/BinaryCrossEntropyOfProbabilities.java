package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// The mean of **−(t ln p + (1 − t) ln(1 − p))** from probabilities p, for models that end in a sigmoid. Its
/// gradient is (p − t) / (n p (1 − p)).
///
/// [BinaryCrossEntropy] is the same from logits, and more exact. Here a logarithm counts as −100 where it is
/// less, and p (1 − p) as 10⁻¹², so that a probability that rounds to 0 or 1 costs much, and not infinitely
/// much.
///
/// Shapes: probabilities p and targets t the same; both in 0…1.
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (4.90).
public record BinaryCrossEntropyOfProbabilities() implements Loss {

    private static final String NAME = "binaryCrossEntropyOfProbabilities";
    private static final float LEAST_LOG = -100;
    private static final float LEAST_PRODUCT = 1e-12f;

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the probabilities
    /// @throws IllegalArgumentException if a probability or target is not in 0…1
    @Override
    public Var apply(Var probabilities, Var targets) {
        Reduction.sameShape(NAME, probabilities, targets);
        float[] p = probabilities.borrow().array();
        float[] t = targets.borrow().array();
        Probabilities.check(NAME, p, "binaryCrossEntropy() takes logits");
        Probabilities.check(NAME, t, "they are the targets");
        Tensor loss = Arena.tensor();
        loss.array()[0] = (float) (sum(p, t) / p.length);
        return Var.operation(
                "binaryCrossEntropy",
                loss,
                dy -> {
                    Tensor dp = Arena.tensor(probabilities.shape());
                    gradient(
                            probabilities.borrow().array(),
                            targets.borrow().array(),
                            dy.item() / dp.count(),
                            dp.array());
                    probabilities.addGradient(dp);
                },
                probabilities);
    }

    private static double sum(float[] p, float[] t) {
        float[] yes = Arena.tensor(p.length).array();
        Ops.best().elementwise().log(p, yes);
        float[] no = Arena.tensor(p.length).array();
        for (int i = 0; i < p.length; i++) {
            no[i] = 1 - p[i];
        }
        Ops.best().elementwise().log(no, no);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum -= t[i] * Math.max(yes[i], LEAST_LOG) + (1 - t[i]) * Math.max(no[i], LEAST_LOG);
        }
        return sum;
    }

    private static void gradient(float[] p, float[] t, float share, float[] dp) {
        for (int i = 0; i < dp.length; i++) {
            dp[i] = share * ((p[i] - t[i]) / Math.max(p[i] * (1 - p[i]), LEAST_PRODUCT));
        }
    }
}
