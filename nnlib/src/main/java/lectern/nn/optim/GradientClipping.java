package lectern.nn.optim;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// Keeps gradients from growing without bound, as those of recurrent networks may, between the backward pass
/// and the step.
public final class GradientClipping {

    private static final double EPSILON = 1e-6;

    private GradientClipping() {}

    /// **‖g‖ = √(Σ gᵢ²)** over all numbers of all gradients.
    public static double norm(List<Var> parameters) {
        double sum = 0;
        for (int p = 0; p < parameters.size(); p++) {
            sum += squares(parameters.get(p).borrowGradient().array());
        }
        return Math.sqrt(sum);
    }

    /// Shortens all gradients together, keeping their direction: **g ← min(1, c / (‖g‖ + 10⁻⁶)) g**.
    ///
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, *On the difficulty of training recurrent neural networks*
    /// (ICML 2013), algorithm 1.
    ///
    /// @param limit c, above 0
    /// @return ‖g‖ before
    /// @throws IllegalArgumentException if the limit is out of its range
    public static double byNorm(List<Var> parameters, double limit) {
        Settings.above0("clipNorm", "a limit", limit);
        double norm = norm(parameters);
        double factor = limit / (norm + EPSILON);
        if (factor < 1) {
            for (int p = 0; p < parameters.size(); p++) {
                Var parameter = parameters.get(p);
                Tensor clipped = Arena.tensor(parameter.shape());
                float[] g = parameter.borrowGradient().array();
                Ops.best().elementwise().scale((float) factor, g, clipped.array());
                replace(parameter, clipped);
            }
        }
        return norm;
    }

    /// Clips each number by itself: **gᵢ ← min(max(gᵢ, −c), c)**.
    ///
    /// @param limit c, above 0
    /// @throws IllegalArgumentException if the limit is out of its range
    public static void byValue(List<Var> parameters, double limit) {
        Settings.above0("clipValue", "a limit", limit);
        float c = (float) limit;
        for (int p = 0; p < parameters.size(); p++) {
            Var parameter = parameters.get(p);
            Tensor clipped = Arena.tensor(parameter.shape());
            float[] g = parameter.borrowGradient().array();
            float[] y = clipped.array();
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.min(Math.max(g[i], -c), c);
            }
            replace(parameter, clipped);
        }
    }

    /// A gradient may be shared by several variables: so it is not changed in place.
    private static void replace(Var parameter, Tensor gradient) {
        parameter.clearGradient();
        parameter.addGradient(gradient);
    }

    /// Σ gᵢ², as four interleaved sums that do not wait for each other.
    private static double squares(float[] g) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= g.length; i += 4) {
            a += (double) g[i] * g[i];
            b += (double) g[i + 1] * g[i + 1];
            c += (double) g[i + 2] * g[i + 2];
            d += (double) g[i + 3] * g[i + 3];
        }
        for (; i < g.length; i++) {
            a += (double) g[i] * g[i];
        }
        return (a + b) + (c + d);
    }
}
