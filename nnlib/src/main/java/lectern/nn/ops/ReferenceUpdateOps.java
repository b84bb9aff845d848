package lectern.nn.ops;

/// The steps as their formulas say them, one number after the other.
final class ReferenceUpdateOps implements UpdateOps {

    @Override
    public void sgd(float[] w, float[] g, float learningRate) {
        sgd(w, g, learningRate, 0, w.length);
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum) {
        momentum(w, g, v, learningRate, momentum, 0, w.length);
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step) {
        adam(w, g, m, v, step, 0, w.length);
    }

    static void sgd(float[] w, float[] g, float learningRate, int from, int to) {
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
        for (int i = from; i < to; i++) {
            m[i] = Math.fma(step.keepMean(), m[i], step.takeMean() * g[i]);
            v[i] = Math.fma(step.keepSquare(), v[i], step.takeSquare() * g[i] * g[i]);
            // The root of a float by way of double is the nearest float.
            float root = (float) Math.sqrt(v[i]);
            w[i] -= step.size() * m[i] / Math.fma(root, step.scale(), step.epsilon());
        }
    }
}
