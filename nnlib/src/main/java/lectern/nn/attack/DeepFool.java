package lectern.nn.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The smallest change that alters the class, as if the network were affine around x, again and again until
/// it does.
///
/// With k₀ the class of x₀, and wₖ = ∇fₖ − ∇f at k₀, fₖ′ = fₖ − f at k₀ for the logits f at x: **l = argmin
/// |fₖ′| / ‖wₖ‖, r ← r + |fₗ′| / ‖wₗ‖² wₗ, x = x₀ + (1 + η) r.** An affine classifier takes one step, to the
/// nearest of the planes where the class changes. A model with one output f is read as one with the logits (0,
/// f): then **r = −f / ‖w‖² w**.
///
/// The overshoot η acts inside of the loop, where the paper scales the sum once at the end: without it the
/// loop ends on a boundary, and rounding decides whether the class has changed.
///
/// Source: S.-M. Moosavi-Dezfooli, A. Fawzi, P. Frossard, *DeepFool* (CVPR 2016), algorithms 1 and 2.
///
/// @param overshoot η, how far beyond the boundary, as a share of the way to it
/// @param maxIterations steps at most
public record DeepFool(double overshoot, int maxIterations) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public DeepFool {
        if (!(overshoot >= 0)) {
            throw new IllegalArgumentException("deepFool: expected an overshoot of 0 or more, found " + overshoot);
        }
        if (maxIterations < 0) {
            throw new IllegalArgumentException("deepFool: expected 0 or more iterations, found " + maxIterations);
        }
    }

    /// With the settings of the paper's experiments.
    public static DeepFool of() {
        return new DeepFool(0.02, 50);
    }

    /// What was found for one example.
    ///
    /// @param label k₀
    /// @param adversarialLabel the class in the end; the same if the class could not be changed
    /// @param chosen l, of each step
    /// @param stepNorms the Euclidean norm of each step
    /// @param norm ‖r‖
    /// @param relativeNorm ‖r‖ / ‖x₀‖
    public record Fooled(
            int label,
            int adversarialLabel,
            List<Integer> chosen,
            List<Double> stepNorms,
            double norm,
            double relativeNorm) {

        /// How many steps it took.
        public int iterations() {
            return chosen.size();
        }
    }

    /// What an attack found.
    ///
    /// @param logits for the inputs as they were, (batch, outputs)
    /// @param perturbation r, without overshoot, the shape of the inputs
    /// @param inputs x₀ + (1 + η) r
    /// @param adversarialLogits for these
    /// @param examples what was found for each
    public record Result(
            Tensor logits, Tensor perturbation, Tensor inputs, Tensor adversarialLogits, List<Fooled> examples) {

        /// ρ, the mean of ‖r‖ / ‖x₀‖: the larger, the more robust the classifier (eq. 2 of the paper).
        public double robustness() {
            return examples.stream().mapToDouble(Fooled::relativeNorm).average().orElse(0);
        }
    }

    /// Attacks a model, which stays as it is.
    ///
    /// @param inputs x₀, (batch, …)
    /// @throws ShapeException if the model does not give logits (batch, classes)
    public Result attack(Layer model, Tensor inputs) {
        Tensor logits = logits(model, inputs);
        Tensor perturbation = Tensor.zeros(inputs.shape());
        Tensor moved = inputs.copy();
        int width = inputs.size(0) == 0 ? 0 : inputs.count() / inputs.size(0);
        List<Fooled> examples = new ArrayList<>();
        for (int n = 0; n < inputs.size(0); n++) {
            Search search = new Search(model, part(inputs, n, width));
            examples.add(search.run());
            for (int i = 0; i < width; i++) {
                perturbation.array()[n * width + i] = (float) search.r[i];
            }
            System.arraycopy(search.x.array(), 0, moved.array(), n * width, width);
        }
        return new Result(logits, perturbation, moved, logits(model, moved), List.copyOf(examples));
    }

    private static Tensor part(Tensor inputs, int n, int width) {
        Tensor part = Tensor.zeros(inputs.shape().withFirst(1));
        System.arraycopy(inputs.array(), n * width, part.array(), 0, width);
        return part;
    }

    private static Tensor logits(Layer model, Tensor inputs) {
        Tensor logits = Phase.evaluating(() -> model.apply(Var.constant(inputs)).value());
        if (logits.shape().rank() != 2 || logits.size(1) == 0) {
            throw new ShapeException("deepFool", "logits (batch, classes)", logits.shape());
        }
        return logits;
    }

    /// The way of one example.
    private final class Search {

        private final Layer model;
        private final Tensor origin;
        private final double[] r;
        private final List<Integer> chosen = new ArrayList<>();
        private final List<Double> stepNorms = new ArrayList<>();
        private Tensor x;

        Search(Layer model, Tensor origin) {
            this.model = model;
            this.origin = origin;
            this.r = new double[origin.count()];
            this.x = origin;
        }

        Fooled run() {
            float[] f = logits(model, x).array();
            int label = label(f);
            int now = label;
            while (now == label && chosen.size() < maxIterations && step(f, label)) {
                f = logits(model, x).array();
                now = label(f);
            }
            double norm = norm(r);
            double size = norm(doubles(origin.array()));
            return new Fooled(label, now, List.copyOf(chosen), List.copyOf(stepNorms), norm, norm / size);
        }

        /// Goes to the nearest boundary, or says that there is none.
        private boolean step(float[] f, int label) {
            double[][] gradients = gradients(f.length);
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            double[] towards = r;
            for (int k = 0; k < gradients.length; k++) {
                if (k == label) {
                    continue;
                }
                double[] w = new double[r.length];
                for (int i = 0; i < w.length; i++) {
                    w[i] = gradients[k][i] - gradients[label][i];
                }
                double distance = Math.abs(logit(f, k) - logit(f, label)) / norm(w);
                if (distance < least) {
                    nearest = k;
                    least = distance;
                    towards = w;
                }
            }
            if (nearest < 0) {
                return false;
            }
            double scale = least / norm(towards);
            Tensor moved = Tensor.zeros(origin.shape());
            for (int i = 0; i < r.length; i++) {
                r[i] += scale * towards[i];
                moved.array()[i] = (float) (origin.array()[i] + (1 + overshoot) * r[i]);
            }
            x = moved;
            chosen.add(nearest);
            stepNorms.add(least);
            return true;
        }

        /// ∂fₖ/∂x for each class k: the same input stands in the batch once for each output, so that one pass
        /// back gives all gradients.
        private double[][] gradients(int outputs) {
            int width = x.count();
            Tensor copies = Tensor.zeros(x.shape().withFirst(outputs));
            Tensor dy = Tensor.zeros(outputs, outputs);
            for (int k = 0; k < outputs; k++) {
                System.arraycopy(x.array(), 0, copies.array(), k * width, width);
                dy.array()[k * outputs + k] = 1;
            }
            double[] found = doubles(InputGradient.ofOutputs(model, copies, dy).array());
            if (outputs == 1) {
                return new double[][] {new double[width], found};
            }
            double[][] gradients = new double[outputs][];
            for (int k = 0; k < outputs; k++) {
                gradients[k] = Arrays.copyOfRange(found, k * width, (k + 1) * width);
            }
            return gradients;
        }
    }

    /// The logit of a class, where one output f means (0, f).
    private static float logit(float[] f, int k) {
        if (f.length > 1) {
            return f[k];
        }
        return k == 0 ? 0 : f[0];
    }

    /// The class with the largest logit; of equal ones the first.
    private static int label(float[] f) {
        int best = 0;
        for (int k = 1; k < Math.max(2, f.length); k++) {
            if (logit(f, k) > logit(f, best)) {
                best = k;
            }
        }
        return best;
    }

    private static double norm(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
