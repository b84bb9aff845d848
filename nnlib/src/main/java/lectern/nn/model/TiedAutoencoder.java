package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sigmoid;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// An autoencoder whose decoder has the encoder's weights turned round, **h = σ(x Wᵀ + b), y = h W + c**; it
/// gives logits, of which σ makes the reconstruction.
///
/// Shapes: x and y (batch, features), W (code, features), b (1, code), c (1, features).
///
/// Source: P. Vincent et al., *Extracting and Composing Robust Features with Denoising Autoencoders* (ICML
/// 2008), section 2.2.
///
/// @param weight W
/// @param codeBias b
/// @param featureBias c
public record TiedAutoencoder(Var weight, Var codeBias, Var featureBias) implements Layer {

    /// @throws ShapeException if the shapes do not belong together
    public TiedAutoencoder {
        Shape shape = weight.shape();
        if (shape.rank() != 2) {
            throw new ShapeException("TiedAutoencoder", "weight (code, features)", shape);
        }
        if (!codeBias.shape().equals(Shape.of(1, shape.size(0)))) {
            throw new ShapeException("TiedAutoencoder", "codeBias (1, " + shape.size(0) + ")", codeBias.shape());
        }
        if (!featureBias.shape().equals(Shape.of(1, shape.size(1)))) {
            throw new ShapeException("TiedAutoencoder", "featureBias (1, " + shape.size(1) + ")", featureBias.shape());
        }
    }

    /// Weights from U(−r, r) with r = √(6 / (features + code)), Glorot and Bengio (2010), eq. 16; biases zero.
    ///
    /// @throws ShapeException if there is not at least one feature and one number of the code
    public static TiedAutoencoder of(int features, int code, RandomGenerator random) {
        if (features < 1 || code < 1) {
            throw new ShapeException(
                    "TiedAutoencoder", "at least one feature and one number of the code", features + " and " + code);
        }
        double bound = Math.sqrt(6.0 / (features + code));
        return new TiedAutoencoder(
                Var.of(Tensor.uniform(Shape.of(code, features), bound, random)),
                Var.of(Tensor.zeros(1, code)),
                Var.of(Tensor.zeros(1, features)));
    }

    /// The codes of inputs, 0…1.
    ///
    /// @throws ShapeException if x is not (batch, features)
    public Var encode(Var x) {
        return new Sigmoid().apply(x.matmulT(weight).plusRow(codeBias));
    }

    /// The logits that codes stand for.
    ///
    /// @throws ShapeException if the codes are not (batch, code)
    public Var decode(Var code) {
        return code.matmul(weight).plusRow(featureBias);
    }

    @Override
    public Var apply(Var x) {
        return decode(encode(x));
    }

    @Override
    public List<Var> parameters() {
        return List.of(weight, codeBias, featureBias);
    }

    @Override
    public String toString() {
        return "tied autoencoder " + weight.shape().size(1) + " -> "
                + weight.shape().size(0);
    }
}
