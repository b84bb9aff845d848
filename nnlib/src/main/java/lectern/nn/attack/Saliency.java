package lectern.nn.attack;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Which pixels an answer hangs on: the gradient by the input, its absolute value, **the largest of the
/// channels**.
///
/// Shapes: images (batch, channels, height, width) give maps (batch, height, width); inputs of another rank
/// keep their shape.
///
/// Source: K. Simonyan, A. Vedaldi, A. Zisserman, *Deep Inside Convolutional Networks* (2014), section 3.1.
public final class Saliency {

    private Saliency() {}

    /// M = max over the channels of |∂yₗ/∂x|, where yₗ is the logit of a class.
    ///
    /// @param labels l, one for each input: the classes that are asked about
    /// @throws ShapeException if the model does not give logits (batch, classes), or there is not one label
    ///     for each input
    /// @throws IllegalArgumentException if a label is not one of the classes
    public static Tensor ofClass(Layer model, Tensor inputs, int... labels) {
        Shape logits = Phase.evaluating(() -> model.apply(Var.constant(inputs)).shape());
        if (logits.rank() != 2) {
            throw new ShapeException("saliency", "logits (batch, classes)", logits);
        }
        if (labels.length != logits.size(0)) {
            throw new ShapeException("saliency", logits.size(0) + " labels", labels.length);
        }
        Tensor dy = Tensor.zeros(logits);
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] < 0 || labels[n] >= logits.size(1)) {
                throw new IllegalArgumentException("saliency: expected labels 0…" + (logits.size(1) - 1) + ", found "
                        + labels[n] + " at example " + n);
            }
            dy.array()[n * logits.size(1) + labels[n]] = 1;
        }
        return map(InputGradient.ofOutputs(model, inputs, dy));
    }

    /// M = max over the channels of |∂L/∂x|, where L is the loss.
    public static Tensor ofLoss(Layer model, Loss loss, Examples examples) {
        return map(InputGradient.of(model, loss, examples).gradient());
    }

    private static Tensor map(Tensor gradient) {
        Tensor size = gradient.map(Math::abs);
        if (size.shape().rank() != 4) {
            return size;
        }
        int channels = size.size(1);
        int pixels = size.size(2) * size.size(3);
        Tensor largest = Tensor.zeros(size.size(0), size.size(2), size.size(3));
        for (int n = 0; n < size.size(0); n++) {
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < pixels; i++) {
                    float value = size.array()[(n * channels + c) * pixels + i];
                    int at = n * pixels + i;
                    largest.array()[at] = Math.max(largest.array()[at], value);
                }
            }
        }
        return largest;
    }
}
