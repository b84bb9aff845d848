package lectern.bench.compare;

/// Multi-head self-attention with its four projections, forward and backward, no mask, no dropout.
///
/// Shapes: x, y (batch, steps, model); four weights (model, model), applied as x Wᵀ + b; four biases (model),
/// zero at the start. DL4J's layer has no biases and so computes a little less.
public record Attention(int batch, int steps, int model, int heads) implements Work {

    @Override
    public String name() {
        return "attention " + batch + "x" + steps + "x" + model + ", " + heads + " heads";
    }

    @Override
    public double flops() {
        double projections = 4.0 * 2 * batch * steps * model * model;
        double scores = 2.0 * 2 * batch * steps * steps * model;
        return 3 * (projections + scores);
    }

    @Override
    public double tolerance() {
        return 1e-3;
    }

    /// x.
    public float[] x() {
        return Numbers.uniform(batch * steps * model, 1, 1);
    }

    /// The weight of queries (0), keys (1), values (2), result (3).
    public float[] weight(int which) {
        return Numbers.uniform(model * model, Math.sqrt(3.0 / model), 2 + which);
    }

    /// The weights of queries, keys and values one below the other, (3 model, model).
    public float[] inputWeight() {
        float[] joined = new float[3 * model * model];
        for (int which = 0; which < 3; which++) {
            System.arraycopy(weight(which), 0, joined, which * model * model, model * model);
        }
        return joined;
    }

    /// dy.
    public float[] dy() {
        return Numbers.uniform(batch * steps * model, 1, 7);
    }
}
