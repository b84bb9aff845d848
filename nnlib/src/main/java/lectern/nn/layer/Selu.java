package lectern.nn.layer;

/// The scaled exponential linear unit **y = λ x where x ≥ 0, else λ α (eˣ − 1)**, number by number. Pullback:
/// dx += λ dy where x ≥ 0, else dy ⊙ (y + λ α).
///
/// With the α and λ of [#of], and weights of mean 0 and variance 1 / in, the preactivations of deep networks
/// stay near mean 0 and variance 1 by themselves.
///
/// Source: G. Klambauer, T. Unterthiner, A. Mayr and S. Hochreiter, *Self-Normalizing Neural Networks*
/// (2017), eq. (2).
///
/// @param alpha α
/// @param scale λ
public record Selu(double alpha, double scale) implements ArrayActivation {

    /// For the fixed point of mean 0 and variance 1.
    public static Selu of() {
        return new Selu(1.6732632423543772, 1.0507009873554805);
    }

    @Override
    public void values(float[] x, float[] y) {
        Elu.values((float) alpha, (float) scale, x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        float slope = (float) scale;
        float bound = (float) (scale * alpha);
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * (x[i] >= 0 ? slope : y[i] + bound);
        }
    }

    @Override
    public String toString() {
        return "selu";
    }
}
