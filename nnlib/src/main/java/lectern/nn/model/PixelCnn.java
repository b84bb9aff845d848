package lectern.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Sigmoid;
import lectern.nn.tensor.Tensor;

/// An autoregressive model of black and white images, **p(x) = Π p(xᵢ | pixels before i)**: masked convolutions
/// give for each pixel the logit of its being white, from the pixels before it. Trained with binary
/// cross-entropy and its inputs as targets.
///
/// Shapes: x and logits (batch, 1, height, width).
///
/// Source: A. van den Oord, N. Kalchbrenner and K. Kavukcuoglu, *Pixel Recurrent Neural Networks* (ICML
/// 2016), section 3.5.
///
/// @param layers one after the other
public record PixelCnn(Sequential layers) implements Layer {

    /// A first layer of 7 × 7, `depth` of 3 × 3 and one of one pixel, with starting weights drawn from
    /// `random`.
    public static PixelCnn of(int width, int depth, RandomGenerator random) {
        List<Layer> layers = new ArrayList<>(List.of(MaskedConv2d.of(1, width, 7, false, random), new Relu()));
        for (int i = 0; i < depth; i++) {
            layers.add(MaskedConv2d.of(width, width, 3, true, random));
            layers.add(new Relu());
        }
        layers.add(Conv2d.of(width, 1, 1, random));
        return new PixelCnn(new Sequential(layers));
    }

    @Override
    public Var apply(Var x) {
        return layers.apply(x);
    }

    /// New images, drawn pixel by pixel.
    ///
    /// @return (count, 1, height, width), zeros and ones
    public Tensor sample(int count, int height, int width, RandomGenerator random) {
        Tensor images = Tensor.zeros(count, 1, height, width);
        for (int pixel = 0; pixel < height * width; pixel++) {
            Tensor chances = new Sigmoid().apply(apply(Var.constant(images))).value();
            for (int n = 0; n < count; n++) {
                int at = n * height * width + pixel;
                images.array()[at] = random.nextFloat() < chances.array()[at] ? 1 : 0;
            }
        }
        return images;
    }

    @Override
    public List<Var> parameters() {
        return layers.parameters();
    }

    @Override
    public String toString() {
        return "pixel cnn " + layers;
    }
}
