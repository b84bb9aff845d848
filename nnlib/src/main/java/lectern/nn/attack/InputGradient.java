package lectern.nn.attack;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// The gradient of a loss with respect to the inputs, **∂L/∂x**, with what was computed on the way.
///
/// The model is taken as outside of training, and the gradients of its parameters are left as they were.
///
/// @param outputs of the model, (batch, …)
/// @param loss L, the mean over the batch: the gradient of one example carries the factor 1 / batch
/// @param gradient ∂L/∂x, the shape of the inputs
public record InputGradient(Tensor outputs, float loss, Tensor gradient) {

    /// By back-propagation, one pass.
    public static InputGradient of(Layer model, Loss loss, Examples examples) {
        return Phase.evaluating(() -> {
            Var x = Var.of(examples.inputs());
            Var y = model.apply(x);
            Var value = loss.apply(y, examples.targets());
            sparingParameters(model, value::backward);
            return new InputGradient(y.value(), value.value().item(), x.gradient());
        });
    }

    /// ∂(Σ dy ⊙ y)/∂x for the outputs y of a model: with dy = 1 at one output and 0 elsewhere, ∂yₖ/∂x.
    ///
    /// @param inputs x, (batch, …)
    /// @param dy the shape of the outputs
    /// @return the shape of the inputs
    /// @throws lectern.nn.tensor.ShapeException if dy has another shape than the outputs
    public static Tensor ofOutputs(Layer model, Tensor inputs, Tensor dy) {
        return Phase.evaluating(() -> {
            Var x = Var.of(inputs);
            Var y = model.apply(x);
            sparingParameters(model, () -> y.backward(dy));
            return x.gradient();
        });
    }

    /// Somebody may be adding up the gradients of a batch while this asks a question of its own.
    private static void sparingParameters(Layer model, Runnable backward) {
        List<Var> parameters = model.parameters();
        List<Tensor> before = parameters.stream().map(Var::gradient).toList();
        try {
            backward.run();
        } finally {
            for (int p = 0; p < before.size(); p++) {
                parameters.get(p).clearGradient();
                parameters.get(p).addGradient(before.get(p));
            }
        }
    }
}
