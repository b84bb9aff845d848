package lectern.nn.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lectern.nn.tensor.Tensor;

/// Compares gradients with what the outputs really do when the weights are moved.
///
/// The output y is projected on a random direction r, L = Σ r ⊙ y, summed in `double`; the gradients of L by
/// back-propagation are compared with central differences of fourth order. In `float` a step near 1e-2 is best, and a
/// relative error under 1e-3 is what can be had. Where the output has a kink within the step, as ReLU has, the
/// differences are wrong and not the gradient: take a smaller step, or weights away from the kink.
///
/// @param entries one for each variable that was checked
public record GradientCheck(List<Entry> entries) {

    /// The relative error that `float` allows.
    public static final double TOLERANCE = 1e-3;

    /// The step that suits weights around 1.
    public static final double STEP = 1e-2;

    /// Numbers of one variable that are checked at most; of a larger one, a random choice.
    private static final int MOST = 200;

    /// What was found for one variable.
    ///
    /// @param name its place and shape
    /// @param checked how many of its numbers were moved
    /// @param relativeError the largest difference of the two gradients over the largest gradient
    public record Entry(String name, int checked, double relativeError) {}

    /// Checks the gradients of an output by the given variables.
    ///
    /// @param output computes y from the variables as they are, the same way at each call
    /// @param variables moved one number at a time, and put back; their gradients are cleared
    /// @param step h, in units of the variables
    /// @param random draws the projection, and the numbers to check of a large variable
    public static GradientCheck of(Supplier<Var> output, List<Var> variables, double step, RandomGenerator random) {
        Var y = output.get();
        Tensor direction = Tensor.uniform(y.shape(), 1, random);
        variables.forEach(Var::clearGradient);
        y.backward(direction);
        List<Entry> entries = new ArrayList<>();
        for (Var variable : variables) {
            String name = entries.size() + " " + variable.shape();
            entries.add(check(name, () -> project(output.get().value(), direction), variable, step, random));
        }
        variables.forEach(Var::clearGradient);
        return new GradientCheck(List.copyOf(entries));
    }

    private static Entry check(
            String name, DoubleSupplier projected, Var variable, double step, RandomGenerator random) {
        int count = variable.value().count();
        int checked = Math.min(count, MOST);
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < checked; i++) {
            int index = count <= MOST ? i : random.nextInt(count);
            double numerical = NumericalGradient.fourthOrder(projected, variable.value(), index, step);
            double analytic = variable.gradient().array()[index];
            difference = Math.max(difference, Math.abs(numerical - analytic));
            largest = Math.max(largest, Math.max(Math.abs(numerical), Math.abs(analytic)));
        }
        return new Entry(name, checked, largest == 0 ? 0 : difference / largest);
    }

    private static double project(Tensor y, Tensor direction) {
        double sum = 0;
        for (int i = 0; i < y.count(); i++) {
            sum += (double) y.array()[i] * direction.array()[i];
        }
        return sum;
    }

    /// The largest relative error of all variables.
    public double worst() {
        return entries.stream().mapToDouble(Entry::relativeError).max().orElse(0);
    }

    /// Whether every gradient is right as far as `float` can tell.
    public boolean passed() {
        return worst() < TOLERANCE;
    }

    /// A line for each variable.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(passed() ? "gradients are right" : "gradients are WRONG");
        text.append(String.format(Locale.ROOT, " (relative error %.1e, allowed %.0e)", worst(), TOLERANCE));
        for (Entry entry : entries) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  variable %-16s %5d checked, relative error %.1e",
                    entry.name(),
                    entry.checked(),
                    entry.relativeError()));
        }
        return text.toString();
    }
}
