package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Identity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Sigmoid;
import lectern.nn.loss.BinaryCrossEntropy;
import lectern.nn.loss.GaussianKl;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A variational autoencoder: an input becomes a normal distribution of codes, **μ and ln σ² from the body's
/// output, z = μ + ε ⊙ σ** with ε from N(0, 1), and a code becomes the logits of a reconstruction.
///
/// To be trained by `train(vae, …)` with `vae.loss()` and the inputs as targets: as a layer it gives logits, μ
/// and ln σ² side by side, and its loss takes them apart. New examples come from codes drawn from N(0, 1), by
/// [#generate].
///
/// Shapes: x (batch, features), z, μ and ln σ² (batch, code).
///
/// Source: D. P. Kingma and M. Welling, *Auto-Encoding Variational Bayes* (2014), section 3 and appendix C.
///
/// @param body what both μ and ln σ² are made of
/// @param mean to μ
/// @param logVariance to ln σ²
/// @param decoder from codes to logits
/// @param random where ε comes from
public record VariationalAutoencoder(Layer body, Dense mean, Dense logVariance, Layer decoder, RandomGenerator random)
        implements Layer {

    /// @throws ShapeException if μ and ln σ² have not the same size
    public VariationalAutoencoder {
        int code = mean.weight().shape().size(0);
        if (logVariance.weight().shape().size(0) != code) {
            throw new ShapeException(
                    "VariationalAutoencoder",
                    "a log variance of " + code + " numbers",
                    logVariance.weight().shape());
        }
    }

    /// One hidden layer each way.
    ///
    /// @param features numbers of an example
    /// @param hidden units
    /// @param code numbers of a code
    public static VariationalAutoencoder of(int features, int hidden, int code, RandomGenerator random) {
        return new VariationalAutoencoder(
                new Sequential(List.of(Dense.of(features, hidden, random), new Relu())),
                Dense.of(hidden, code, random),
                Dense.of(hidden, code, random),
                new Sequential(List.of(Dense.of(code, hidden, random), new Relu(), Dense.of(hidden, features, random))),
                random);
    }

    /// Without hidden layers.
    public static VariationalAutoencoder linear(Dense mean, Dense logVariance, Dense decoder, RandomGenerator random) {
        return new VariationalAutoencoder(new Identity(), mean, logVariance, decoder, random);
    }

    /// What becomes of inputs where the noise is given.
    ///
    /// @param noise ε, (batch, code)
    /// @throws ShapeException if it has another shape
    public Pass pass(Var x, Tensor noise) {
        Var h = body.apply(x);
        Var mu = mean.apply(h);
        Var logVar = logVariance.apply(h);
        if (!noise.shape().equals(mu.shape())) {
            throw new ShapeException("VariationalAutoencoder", "noise " + mu.shape(), noise.shape());
        }
        Var code = mu.plus(Var.constant(noise).times(logVar.times(0.5).exp()));
        return new Pass(code, mu, logVar, decoder.apply(code));
    }

    /// From an input to its reconstruction.
    ///
    /// @param code z
    /// @param mean μ
    /// @param logVariance ln σ²
    /// @param logits of the reconstruction
    public record Pass(Var code, Var mean, Var logVariance, Var logits) {

        /// The bound on −ln p(x), in nats: the cross-entropy of the reconstruction and the divergence of the
        /// codes, summed over the numbers of an example, the mean over the batch.
        ///
        /// @param x the inputs, 0…1
        public Var loss(Var x) {
            double features = (double) x.value().count() / x.shape().size(0);
            return new BinaryCrossEntropy()
                    .apply(logits, x)
                    .times(features)
                    .plus(new GaussianKl().apply(mean, logVariance));
        }
    }

    /// Logits, μ and ln σ² side by side, by noise that is drawn: (batch, features + 2 code).
    @Override
    public Var apply(Var x) {
        Tensor noise = Arena.tensor(x.shape().size(0), mean.weight().shape().size(0));
        for (int i = 0; i < noise.count(); i++) {
            noise.array()[i] = (float) random.nextGaussian();
        }
        Pass pass = pass(x, noise);
        return Var.concat(List.of(pass.logits, pass.mean, pass.logVariance), 1);
    }

    /// The loss of what [#apply] gives, with the inputs as targets.
    public Loss loss() {
        int code = mean.weight().shape().size(0);
        return (outputs, targets) -> {
            int features = outputs.shape().size(1) - 2 * code;
            Var logits = columns(outputs, 0, features);
            Var mu = columns(outputs, features, features + code);
            Var logVar = columns(outputs, features + code, features + 2 * code);
            return new Pass(mu, mu, logVar, logits).loss(targets);
        };
    }

    private static Var columns(Var x, int from, int to) {
        return x.swapFirst().slice(from, to).swapFirst();
    }

    /// What inputs come back as, 0…1, by way of the middle of their codes.
    public Tensor reconstruct(Tensor inputs) {
        Var mu = mean.apply(body.apply(Var.constant(inputs)));
        return new Sigmoid().apply(decoder.apply(mu)).value();
    }

    /// New examples, 0…1, from codes that are drawn.
    public Tensor generate(int count) {
        Tensor codes = Tensor.normal(Shape.of(count, mean.weight().shape().size(0)), 1, random);
        return new Sigmoid().apply(decoder.apply(Var.constant(codes))).value();
    }

    @Override
    public List<Var> parameters() {
        return new Sequential(List.of(body, mean, logVariance, decoder)).parameters();
    }

    @Override
    public List<Tensor> statistics() {
        return new Sequential(List.of(body, mean, logVariance, decoder)).statistics();
    }

    @Override
    public String toString() {
        return "variational autoencoder(" + body + ", " + mean + ", " + decoder + ")";
    }
}
