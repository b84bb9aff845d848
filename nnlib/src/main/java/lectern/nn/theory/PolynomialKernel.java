package lectern.nn.theory;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The polynomial kernel, **k(x, y) = (x·y + c)^d**.
///
/// Its features are finitely many and exact: for each product of powers x₁^a₁ … xₙ^aₙ of degree |a| ≤ d one,
/// **φ(x) = √(d! / (a₁! … aₙ! (d − |a|)!) c^(d − |a|)) x₁^a₁ … xₙ^aₙ**, binom(n + d, d) in all; if c = 0 only
/// those of degree d are there.
///
/// Source: B. Schölkopf and A. Smola, *Learning with Kernels* (2002), section 2.1.
///
/// @param degree d, 1 or more
/// @param constant c, 0 or more
public record PolynomialKernel(int degree, double constant) implements KernelFunction {

    /// Beyond this many features nothing is explicit any more.
    private static final int MOST_FEATURES = 1 << 20;

    /// @throws IllegalArgumentException if a number is too small
    public PolynomialKernel {
        if (degree < 1 || !(constant >= 0)) {
            throw new IllegalArgumentException("polynomialKernel: expected a degree of 1 or more and a constant of 0 "
                    + "or more, found " + degree + " and " + constant);
        }
    }

    @Override
    public double value(double product, double squaredX, double squaredY) {
        return power(product + constant, degree);
    }

    /// The features φ of each row.
    ///
    /// @param x (count, inputs)
    /// @return (count, features), the powers in lexicographic order, those of the first input rising slowest
    /// @throws IllegalArgumentException if x has another shape, or the features are more than 2²⁰
    public Tensor features(Tensor x) {
        if (x.shape().rank() != 2 || x.size(1) == 0) {
            throw new ShapeException("polynomialKernel", "inputs (count, inputs)", x.shape());
        }
        int inputs = x.size(1);
        double count = count(inputs);
        if (count > MOST_FEATURES) {
            throw new IllegalArgumentException("polynomialKernel: expected at most " + MOST_FEATURES
                    + " features, found " + count + "; use the kernel itself");
        }
        List<int[]> powers = new ArrayList<>();
        collect(new int[inputs], 0, degree, powers);
        Tensor features = Tensor.zeros(Shape.of(x.size(0), powers.size()));
        for (int f = 0; f < powers.size(); f++) {
            double coefficient = Math.sqrt(weight(powers.get(f)));
            for (int n = 0; n < x.size(0); n++) {
                double feature = coefficient;
                for (int i = 0; i < inputs; i++) {
                    feature *= power(x.array()[n * inputs + i], powers.get(f)[i]);
                }
                features.array()[n * powers.size() + f] = (float) feature;
            }
        }
        return features;
    }

    /// binom(n + d, d), or binom(n − 1 + d, d) without a constant.
    private double count(int inputs) {
        int others = constant > 0 ? inputs : inputs - 1;
        double count = 1;
        for (int k = 1; k <= degree; k++) {
            count = count * (others + k) / k;
        }
        return count;
    }

    /// All powers of the inputs from `input` on of degree `left` at most; of just that degree if there is no
    /// constant.
    private void collect(int[] power, int input, int left, List<int[]> powers) {
        if (input == power.length) {
            if (constant > 0 || left == 0) {
                powers.add(power.clone());
            }
            return;
        }
        for (int p = 0; p <= left; p++) {
            power[input] = p;
            collect(power, input + 1, left - p, powers);
        }
        power[input] = 0;
    }

    /// d! / (a₁! … aₙ! (d − |a|)!) c^(d − |a|), as a product of binomials.
    private double weight(int[] power) {
        int left = degree;
        double weight = 1;
        for (int p : power) {
            for (int k = 1; k <= p; k++) {
                weight *= (double) left / k;
                left--;
            }
        }
        return weight * power(constant, left);
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int k = 0; k < exponent; k++) {
            power *= base;
        }
        return power;
    }
}
