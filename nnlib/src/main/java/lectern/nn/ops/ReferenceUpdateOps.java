package lectern.nn.ops;

import lectern.nn.ops.UpdateOps.AdamStep;

/// The steps of optimizers as their formulas say them, and for any part of the weights.
///
/// These are the fast loops too: the compiler turns them into vectors by itself, whose width it knows, without
/// changing a bit, since no sum runs through them.
final class ReferenceUpdateOps implements UpdateOps {

    @Override
    public void descend(float[] w, float[] g, float learningRate) {
        descend(w, g, learningRate, 0, w.length);
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum) {
        momentum(w, g, v, learningRate, momentum, 0, w.length);
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step) {
        adam(w, g, m, v, step, 0, w.length);
    }

    static void descend(float[] w, float[] g, float learningRate, int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] = Math.fma(-learningRate, g[i], w[i]);
        }
    }

    static void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] = Math.fma(momentum, v[i], g[i]);
            w[i] = Math.fma(-learningRate, v[i], w[i]);
        }
    }

    static void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step, int from, int to) {
        float keepM = step.beta1();
        float keepV = step.beta2();
        float takeM = 1 - keepM;
        float takeV = 1 - keepV;
        float size = step.size();
        float correction = step.correction();
        float epsilon = step.epsilon();
        for (int i = from; i < to; i++) {
            m[i] = Math.fma(keepM, m[i], takeM * g[i]);
            v[i] = Math.fma(keepV, v[i], takeV * g[i] * g[i]);
            w[i] -= size * m[i] / Math.fma((float) Math.sqrt(v[i]), correction, epsilon);
        }
    }
}
