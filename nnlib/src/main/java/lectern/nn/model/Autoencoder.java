package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Tanh;
import lectern.nn.tensor.Tensor;

/// A network that gives back its input by way of a code, **y = decoder(encoder(x))**.
///
/// The code is smaller than the input (undercomplete), or larger and then held in check: by noise on the input
/// ([#denoising]), or by a penalty on the code for which an [lectern.nn.layer.Activity] stands at the end of
/// the encoder. It is trained with its inputs as the targets.
///
/// Shapes: x (batch, …), code (batch, code), y the shape of x.
///
/// Source: I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), chapter 14.
///
/// @param encoder from inputs to codes
/// @param decoder from codes to reconstructions
public record Autoencoder(Layer encoder, Layer decoder) implements Layer {

    /// A fully connected layer with tanh to the code, and a linear one back.
    ///
    /// @param features numbers of an example
    /// @param code numbers of its code
    public static Autoencoder of(int features, int code, RandomGenerator random) {
        return new Autoencoder(
                new Sequential(List.of(Dense.of(features, code, random), new Tanh())),
                Dense.of(code, features, random));
    }

    /// The same, that sees its inputs through a corruption, such as dropout or noise, in training, and is to
    /// give back what they were.
    ///
    /// Source: P. Vincent et al., *Extracting and Composing Robust Features with Denoising Autoencoders*
    /// (ICML 2008).
    public Autoencoder denoising(Layer corruption) {
        return new Autoencoder(new Sequential(List.of(corruption, encoder)), decoder);
    }

    /// The codes of inputs.
    public Var encode(Var x) {
        return encoder.apply(x);
    }

    /// What codes stand for.
    public Var decode(Var code) {
        return decoder.apply(code);
    }

    @Override
    public Var apply(Var x) {
        return decode(encode(x));
    }

    @Override
    public List<Var> parameters() {
        return new Sequential(List.of(encoder, decoder)).parameters();
    }

    @Override
    public List<Tensor> statistics() {
        return new Sequential(List.of(encoder, decoder)).statistics();
    }

    @Override
    public String toString() {
        return "autoencoder(" + encoder + ", " + decoder + ")";
    }
}
