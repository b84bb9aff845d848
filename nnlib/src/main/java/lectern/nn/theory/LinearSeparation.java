package lectern.nn.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lectern.nn.ops.LinearAlgebra;
import lectern.nn.tensor.Tensor;

/// Whether a plane divides two classes: whether there is a w with **t (w·x + b) > 0** for all examples.
///
/// With a = t (x, 1) / ‖(x, 1)‖ of each example, no such plane exists just if a mixture of the a is zero (P.
/// Gordan, 1873). So the numbers λ ≥ 0 are sought that bring Σ λ (a, 1) nearest to (0, 1), by the method of
/// active sets of C. Lawson and R. Hanson, *Solving Least Squares Problems* (1974), ch. 23. What remains is the
/// plane, if there is one; it is answered only after it has been tried on every example. A margin below about
/// 10⁻⁶ of the examples' size may be missed.
public final class LinearSeparation {

    private static final double TOLERANCE = 1e-12;

    private final double[][] columns;
    private final int rows;
    private final List<Integer> active = new ArrayList<>();
    private double[] lambda = new double[0];

    private LinearSeparation(double[][] columns) {
        this.columns = columns;
        this.rows = columns[0].length;
    }

    /// A plane that divides the classes, if there is one: as what a perceptron would have learned, in no
    /// epochs.
    ///
    /// @param x (count, features)
    /// @param target (count), 1 or −1
    /// @throws IllegalArgumentException if these are not such
    public static Optional<Perceptron> of(Tensor x, Tensor target) {
        Classes.check("linearSeparation", x, target);
        int features = x.size(1);
        double[][] columns = new double[x.size(0)][features + 2];
        for (int n = 0; n < columns.length; n++) {
            double length = 1;
            for (int i = 0; i < features; i++) {
                double value = x.array()[n * features + i];
                length += value * value;
            }
            for (int i = 0; i < features; i++) {
                columns[n][i] = target.array()[n] * x.array()[n * features + i] / Math.sqrt(length);
            }
            columns[n][features] = target.array()[n] / Math.sqrt(length);
            columns[n][features + 1] = 1;
        }
        double[] rest = new LinearSeparation(columns).solve();
        double largest = 0;
        for (int i = 0; i <= features; i++) {
            largest = Math.max(largest, Math.abs(rest[i]));
        }
        if (largest == 0) {
            return Optional.empty();
        }
        Tensor weight = Tensor.zeros(features);
        for (int i = 0; i < features; i++) {
            weight.array()[i] = (float) (-rest[i] / largest);
        }
        Perceptron plane = new Perceptron(weight, (float) (-rest[features] / largest), List.of(0));
        return divides(plane, x, target) ? Optional.of(plane) : Optional.empty();
    }

    private static boolean divides(Perceptron plane, Tensor x, Tensor target) {
        Tensor outputs = plane.outputs(x);
        return IntStream.range(0, target.count()).allMatch(n -> target.array()[n] * outputs.array()[n] > 0);
    }

    /// What remains of (0, 1).
    private double[] solve() {
        double[] rest = rest();
        for (int round = 0; round < 10 * (columns.length + rows); round++) {
            int next = steepest(rest);
            if (next < 0) {
                return rest;
            }
            active.add(next);
            lambda = Arrays.copyOf(lambda, active.size());
            stepToFeasible();
            rest = rest();
            if (!active.contains(next)) {
                return rest; // It was let go at once: only rounding speaks for it.
            }
        }
        return rest;
    }

    /// The column that would bring the sum nearer, or −1.
    private int steepest(double[] rest) {
        return IntStream.range(0, columns.length)
                .filter(n -> !active.contains(n) && dot(columns[n], rest) > TOLERANCE)
                .boxed()
                .max(Comparator.comparingDouble(n -> dot(columns[n], rest)))
                .orElse(-1);
    }

    /// Goes to the least squares solution over the active columns, and gives up those whose number falls to
    /// zero on the way.
    private void stepToFeasible() {
        while (!active.isEmpty()) {
            double[] wanted = leastSquares();
            double step = 1;
            for (int k = 0; k < wanted.length; k++) {
                if (wanted[k] <= 0) {
                    step = Math.min(step, lambda[k] / (lambda[k] - wanted[k]));
                }
            }
            List<Integer> kept = new ArrayList<>();
            double[] numbers = new double[active.size()];
            for (int k = 0; k < wanted.length; k++) {
                double number = lambda[k] + step * (wanted[k] - lambda[k]);
                if (number > TOLERANCE) {
                    numbers[kept.size()] = number;
                    kept.add(active.get(k));
                }
            }
            boolean done = step == 1 || kept.size() == active.size();
            active.clear();
            active.addAll(kept);
            lambda = Arrays.copyOf(numbers, kept.size());
            if (done) {
                return;
            }
        }
    }

    private double[] leastSquares() {
        int count = active.size();
        double[] matrix = new double[rows * count];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < rows; i++) {
                matrix[i * count + k] = columns[active.get(k)][i];
            }
        }
        double[] inverse = LinearAlgebra.pseudoInverse(rows, count, matrix);
        double[] solution = new double[count];
        for (int k = 0; k < count; k++) {
            solution[k] = inverse[k * rows + rows - 1];
        }
        return solution;
    }

    private double[] rest() {
        double[] rest = new double[rows];
        rest[rows - 1] = 1;
        for (int k = 0; k < active.size(); k++) {
            for (int i = 0; i < rows; i++) {
                rest[i] -= lambda[k] * columns[active.get(k)][i];
            }
        }
        return rest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
