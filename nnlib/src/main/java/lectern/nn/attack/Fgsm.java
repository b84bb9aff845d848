package lectern.nn.attack;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// The fast gradient sign method: **x ← clip(x + α sign(∂L/∂x))**, once with α = ε, or in several smaller
/// steps (the basic iterative method). Each step is cut to x₀ ± ε, then to the range of the inputs; sign 0 is
/// 0. Targeted, it goes against the gradient, towards a class that is wanted.
///
/// A plain gradient step, x − ε ∂L/∂x, as lectures also write it, spends ε where the gradient is large; the
/// sign spends all of it everywhere, which raises a linear loss most among all changes of at most ε.
///
/// Source: I. Goodfellow, J. Shlens, C. Szegedy, *Explaining and Harnessing Adversarial Examples* (2015),
/// section 4; A. Kurakin, I. Goodfellow, S. Bengio, *Adversarial examples in the physical world* (2017),
/// sections 2.2 and 2.3.
///
/// @param epsilon ε, how far an input may move, in units of the input
/// @param stepSize α, how far it moves in one step
/// @param steps how many steps
/// @param targeted whether the targets of the examples are classes to reach instead of true ones to leave
/// @param low the smallest value of an input
/// @param high the largest
public record Fgsm(double epsilon, double stepSize, int steps, boolean targeted, double low, double high) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Fgsm {
        if (!(epsilon >= 0 && stepSize >= 0)) {
            throw new IllegalArgumentException(
                    "fgsm: expected an epsilon and a step size of 0 or more, found " + epsilon + " and " + stepSize);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("fgsm: expected at least 1 step, found " + steps);
        }
        if (!(low <= high)) {
            throw new IllegalArgumentException("fgsm: expected a range from low to high, found " + low + "…" + high);
        }
    }

    /// One step of size ε away from the truth, for inputs 0…1.
    public static Fgsm of(double epsilon) {
        return iterative(epsilon, epsilon, 1);
    }

    /// Several steps of size α, which stay within ε, for inputs 0…1.
    public static Fgsm iterative(double epsilon, double stepSize, int steps) {
        return new Fgsm(epsilon, stepSize, steps, false, 0, 1);
    }

    /// The same towards the targets of the examples.
    public Fgsm towardsTargets() {
        return new Fgsm(epsilon, stepSize, steps, true, low, high);
    }

    /// The same for inputs of another range; it may be infinite.
    public Fgsm range(double low, double high) {
        return new Fgsm(epsilon, stepSize, steps, targeted, low, high);
    }

    /// What an attack found.
    ///
    /// @param logits for the inputs as they were, (batch, …)
    /// @param gradient ∂L/∂x there, the shape of the inputs
    /// @param sign of that gradient: −1, 0 or 1
    /// @param losses before each step, (steps)
    /// @param inputs x after the last step
    /// @param adversarialLogits for these
    /// @param adversarialLoss for these
    public record Result(
            Tensor logits,
            Tensor gradient,
            Tensor sign,
            Tensor losses,
            Tensor inputs,
            Tensor adversarialLogits,
            float adversarialLoss) {}

    /// Attacks a model, which stays as it is.
    ///
    /// @param loss what is raised, or lowered if targeted
    /// @param examples with the true targets, or those to reach
    public Result attack(Layer model, Loss loss, Examples examples) {
        Tensor origin = examples.inputs();
        Tensor targets = examples.targets();
        InputGradient first = InputGradient.of(model, loss, examples);
        Tensor losses = Tensor.zeros(steps);
        losses.array()[0] = first.loss();
        Tensor x = moved(origin, origin, first.gradient());
        for (int step = 1; step < steps; step++) {
            InputGradient next = InputGradient.of(model, loss, new Examples(x, targets));
            losses.array()[step] = next.loss();
            x = moved(origin, x, next.gradient());
        }
        Var inputs = Var.constant(x);
        Tensor logits = Phase.evaluating(() -> model.apply(inputs).value());
        float adversarialLoss =
                loss.apply(Var.constant(logits), targets).value().item();
        return new Result(
                first.outputs(),
                first.gradient(),
                first.gradient().map(Fgsm::sign),
                losses,
                x,
                logits,
                adversarialLoss);
    }

    private Tensor moved(Tensor origin, Tensor x, Tensor gradient) {
        double step = targeted ? -stepSize : stepSize;
        Tensor moved = Tensor.zeros(x.shape());
        for (int i = 0; i < x.count(); i++) {
            double wanted = x.array()[i] + step * sign(gradient.array()[i]);
            double start = origin.array()[i];
            double near = Math.clamp(wanted, start - epsilon, start + epsilon);
            moved.array()[i] = (float) Math.clamp(near, low, high);
        }
        return moved;
    }

    /// Not `Math.signum`, which knows two zeros.
    private static int sign(double x) {
        if (x == 0) {
            return 0;
        }
        return x > 0 ? 1 : -1;
    }
}
