package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.NormalizationOps.Sizes;
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

    static void give(Var x, Tensor dx, Var gamma, Tensor dGamma, Var beta, Tensor dBeta) {
        give(x, dx);
        give(gamma, dGamma);
        give(beta, dBeta);
    }

    private static void give(Var to, Tensor gradient) {
        if (to.isTracked()) {
            to.addGradient(gradient);
        }
    }
}
