package lectern.nn.theory;

import java.util.Arrays;
import lectern.nn.ops.LinearAlgebra;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Principal components: the directions of the largest variance, the eigenvectors of the covariance
/// **S = 1/(N − 1) Σ (x − x̄)(x − x̄)ᵀ**.
///
/// Each direction has the sign that makes its entry of the largest absolute value positive.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), section 12.1; eq. (12.24) for
/// whitening.
///
/// @param mean x̄, (features)
/// @param components a direction in each row, (features, features), the one of the largest variance first
/// @param eigenvalues the variances along them, (features), falling
public record PrincipalComponents(Tensor mean, Tensor components, Tensor eigenvalues) {

    /// @throws ShapeException if the shapes do not belong together
    public PrincipalComponents {
        int features = mean.count();
        if (!components.shape().equals(Shape.of(features, features))) {
            throw new ShapeException(
                    "PrincipalComponents", "components (" + features + ", " + features + ")", components.shape());
        }
        if (!eigenvalues.shape().equals(Shape.of(features))) {
            throw new ShapeException("PrincipalComponents", "eigenvalues (" + features + ")", eigenvalues.shape());
        }
    }

    /// Those of some examples, computed in double.
    ///
    /// @param x (count, features), two examples at least
    /// @throws ShapeException if it has another shape
    public static PrincipalComponents of(Tensor x) {
        double[] covariance = covarianceOf(x);
        int features = x.size(1);
        LinearAlgebra.Symmetric found = LinearAlgebra.symmetric(features, covariance);
        Tensor components = Tensor.zeros(features, features);
        Tensor eigenvalues = Tensor.zeros(features);
        for (int k = 0; k < features; k++) {
            // The variance along a direction is none below zero; rounding may say so.
            eigenvalues.array()[k] = (float) Math.max(0, found.value(k));
            for (int i = 0; i < features; i++) {
                components.array()[k * features + i] = (float) found.vector(i, k);
            }
        }
        return new PrincipalComponents(Tensor.of(Doubles.floats(means(x))), components, eigenvalues);
    }

    /// S of some examples, (features, features).
    ///
    /// @param x (count, features), two examples at least
    /// @throws ShapeException if it has another shape
    public static Tensor covariance(Tensor x) {
        return Tensor.of(Shape.of(x.size(-1), x.size(-1)), Doubles.floats(covarianceOf(x)));
    }

    private static double[] covarianceOf(Tensor x) {
        if (x.shape().rank() != 2 || x.size(0) < 2 || x.size(1) == 0) {
            throw new ShapeException("principalComponents", "two or more examples (count, features)", x.shape());
        }
        int count = x.size(0);
        int features = x.size(1);
        double[] means = means(x);
        double[] covariance = new double[features * features];
        for (int i = 0; i < features; i++) {
            for (int j = i; j < features; j++) {
                double sum = 0;
                for (int n = 0; n < count; n++) {
                    sum += (x.array()[n * features + i] - means[i]) * (x.array()[n * features + j] - means[j]);
                }
                covariance[i * features + j] = sum / (count - 1);
                covariance[j * features + i] = sum / (count - 1);
            }
        }
        return covariance;
    }

    private static double[] means(Tensor x) {
        double[] means = new double[x.size(1)];
        for (int i = 0; i < x.count(); i++) {
            means[i % means.length] += x.array()[i];
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= x.size(0);
        }
        return means;
    }

    /// The share of each direction in the whole variance, (features); all 0 if there is no variance.
    public Tensor explained() {
        double sum = 0;
        for (float value : eigenvalues.array()) {
            sum += value;
        }
        double whole = sum;
        return eigenvalues.map(value -> whole == 0 ? 0 : value / whole);
    }

    /// The coordinates along the first directions, **y = (x − x̄) Uᵀ** with a direction in each row of U;
    /// (count, kept).
    ///
    /// @param x (count, features)
    /// @param kept how many directions
    /// @throws IllegalArgumentException if x has another shape, or there are not so many directions
    public Tensor project(Tensor x, int kept) {
        checkKept("project", kept);
        return centred("project", x).matmulT(first(kept));
    }

    /// The points with the given coordinates, **x = x̄ + y U**, (count, features): with all directions the
    /// examples themselves, with fewer the nearest points.
    ///
    /// @param y (count, kept)
    /// @throws ShapeException if it has another shape
    public Tensor reconstruct(Tensor y) {
        if (y.shape().rank() != 2 || y.size(1) < 1 || y.size(1) > mean.count()) {
            throw new ShapeException("reconstruct", "coordinates (count, 1…" + mean.count() + ")", y.shape());
        }
        Tensor x = y.matmul(first(y.size(1)));
        for (int i = 0; i < x.count(); i++) {
            x.array()[i] += mean.array()[i % mean.count()];
        }
        return x;
    }

    /// The coordinates divided by their deviation, **y / √λ**: their covariance is I. (count, kept).
    ///
    /// @param x (count, features)
    /// @param kept how many directions
    /// @throws IllegalArgumentException if x has another shape, there are not so many directions, or the
    /// variance
    ///     along one of them is 0 but for rounding
    public Tensor whiten(Tensor x, int kept) {
        checkKept("whiten", kept);
        float[] variances = eigenvalues.array();
        for (int k = 0; k < kept; k++) {
            if (!(variances[k] > 1e-6f * variances[0])) {
                throw new IllegalArgumentException("whiten: expected variance along the first " + kept
                        + " directions, found " + variances[k] + " along direction " + k + "; keep " + k);
            }
        }
        Tensor y = project(x, kept);
        for (int i = 0; i < y.count(); i++) {
            y.array()[i] = (float) (y.array()[i] / Math.sqrt(variances[i % kept]));
        }
        return y;
    }

    private Tensor first(int kept) {
        float[] rows = Arrays.copyOf(components.array(), kept * mean.count());
        return Tensor.of(Shape.of(kept, mean.count()), rows);
    }

    private Tensor centred(String where, Tensor x) {
        int features = mean.count();
        if (x.shape().rank() != 2 || x.size(1) != features) {
            throw new ShapeException(where, "examples (count, " + features + ")", x.shape());
        }
        Tensor centred = x.copy();
        for (int i = 0; i < centred.count(); i++) {
            centred.array()[i] -= mean.array()[i % features];
        }
        return centred;
    }

    private void checkKept(String where, int kept) {
        if (kept < 1 || kept > mean.count()) {
            throw new IllegalArgumentException(where + ": expected 1…" + mean.count() + " directions, found " + kept);
        }
    }
}
