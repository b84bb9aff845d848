package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.NormalizationOps;
import lectern.nn.ops.NormalizationOps.Sizes;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What the normalising layers have in common.
final class Norms {

    private Norms() {}

    static void check(String where, Var gamma, Var beta, double epsilon) {
        if (gamma.shape().rank() != 1 || gamma.value().count() == 0) {
            throw new ShapeException(where, "gamma (channels)", gamma.shape());
        }
        if (!beta.shape().equals(gamma.shape())) {
            throw new ShapeException(where, "beta " + gamma.shape(), beta.shape());
        }
        if (!(epsilon >= 0)) {
            throw new IllegalArgumentException(where + ": expected an epsilon of 0 or more, found " + epsilon);
        }
    }

    static Var gamma(String where, int channels) {
        if (channels < 1) {
            throw new ShapeException(where, "at least one channel", Integer.toString(channels));
        }
        return Var.of(Tensor.filled(Shape.of(channels), 1));
    }

    static Var beta(int channels) {
        return Var.of(Tensor.zeros(channels));
    }

    /// The channels are the second dimension, the pixels of a plane all that follow.
    static Sizes sizes(Shape x) {
        int plane = 1;
        for (int d = 2; d < x.rank(); d++) {
            plane *= x.size(d);
        }
        return new Sizes(x.size(0), x.size(1), plane);
    }

    /// (x − μ) (γ / √(σ² + ε)) + β by a mean and a variance that do not depend on x.
    static Var byGiven(Var x, Var gamma, Var beta, float epsilon, Tensor mean, Tensor variance) {
        Sizes sizes = sizes(x.shape());
        NormalizationOps ops = Ops.best().normalization();
        Tensor y = Arena.tensor(x.shape());
        ops.batchBy(
                sizes,
                x.borrow().array(),
                gamma.borrow().array(),
                beta.borrow().array(),
                epsilon,
                mean.array(),
                variance.array(),
                y.array());
        return operation(
                "batchNorm",
                y,
                x,
                gamma,
                beta,
                (dy, dx, dGamma, dBeta) -> ops.batchByPullback(
                        sizes,
                        x.borrow().array(),
                        gamma.borrow().array(),
                        epsilon,
                        mean.array(),
                        variance.array(),
                        dy,
                        dx,
                        dGamma,
                        dBeta));
    }

    /// The result of a normalisation.
    static Var operation(String name, Tensor y, Var x, Var gamma, Var beta, WayBack back) {
        return Var.operation(
                name,
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    Tensor dGamma = Arena.tensor(gamma.shape());
                    Tensor dBeta = Arena.tensor(beta.shape());
                    back.compute(dy.array(), dx.array(), dGamma.array(), dBeta.array());
                    give(x, dx);
                    give(gamma, dGamma);
                    give(beta, dBeta);
                },
                x,
                gamma,
                beta);
    }

    private static void give(Var to, Tensor gradient) {
        if (to.isTracked()) {
            to.addGradient(gradient);
        }
    }

    /// Sets the gradients by the input and the parameters.
    @FunctionalInterface
    interface WayBack {

        void compute(float[] dy, float[] dx, float[] dGamma, float[] dBeta);
    }
}
