package lectern.bench.compare;

/// One step of contrastive divergence, CD-1: h ~ p(h|v), v' ~ p(v|h), p(h|v'), then W, b, c are updated.
///
/// Shapes: v (batch, visible), W (visible, hidden), b (visible), c (hidden). What is compared is p(h|v)
/// before the first step: the rest depends on the random numbers.
public record Rbm(int visible, int hidden, int batch) implements Work {

    /// So small that the weights stay.
    public static final float LEARNING_RATE = 1e-6f;

    @Override
    public String name() {
        return "rbm " + visible + "-" + hidden;
    }

    @Override
    public double flops() {
        return 5 * 2.0 * batch * visible * hidden;
    }

    /// v, zeros and ones.
    public float[] v() {
        float[] v = Numbers.uniform(batch * visible, 1, 1);
        for (int i = 0; i < v.length; i++) {
            v[i] = v[i] < 0 ? 0 : 1;
        }
        return v;
    }

    /// W.
    public float[] weight() {
        return Numbers.uniform(visible * hidden, 0.05, 2);
    }
}
