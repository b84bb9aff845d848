package lectern.nn.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// How much each input feature matters: **sᵢ = mean |∂yₖ/∂xᵢ|** over examples and outputs. Features that the
/// outputs hardly hang on can be left out.
///
/// Source: J. Zurada, A. Malinowski, I. Cloete, *Sensitivity analysis for minimization of input data
/// dimension for feedforward neural network* (ISCAS 1994); they take a root mean square or a maximum over the
/// examples, here it is the mean.
///
/// @param values s, the shape of one example
public record Sensitivity(Tensor values) {

    /// sᵢ = (1 / (batch · outputs)) Σ |∂yₖ/∂xᵢ|.
    ///
    /// @param inputs (batch, …)
    /// @throws ShapeException if there is no input
    public static Sensitivity ofOutputs(Layer model, Tensor inputs) {
        refuseNone(inputs);
        Shape shape = Phase.evaluating(() -> model.apply(Var.constant(inputs)).shape());
        int outputs = shape.count() / shape.size(0);
        double[] sum = new double[inputs.count() / inputs.size(0)];
        for (int k = 0; k < outputs; k++) {
            Tensor dy = Tensor.zeros(shape);
            for (int n = 0; n < shape.size(0); n++) {
                dy.array()[n * outputs + k] = 1;
            }
            addSizes(InputGradient.ofOutputs(model, inputs, dy), 1, sum);
        }
        return mean(sum, outputs, inputs.shape());
    }

    /// sᵢ = (1 / batch) Σ |∂Lₙ/∂xᵢ| with Lₙ the loss of one example.
    ///
    /// @throws ShapeException if there is no example
    public static Sensitivity ofLoss(Layer model, Loss loss, Examples examples) {
        refuseNone(examples.inputs());
        double[] sum = new double[examples.inputs().count() / examples.count()];
        // The loss is a mean over the batch: an example's own gradient is as many times what comes back.
        addSizes(InputGradient.of(model, loss, examples).gradient(), examples.count(), sum);
        return mean(sum, 1, examples.inputs().shape());
    }

    private static void refuseNone(Tensor inputs) {
        if (inputs.shape().rank() < 2 || inputs.size(0) == 0) {
            throw new ShapeException("sensitivity", "at least one input (batch, …)", inputs.shape());
        }
    }

    private static void addSizes(Tensor gradient, double factor, double[] sum) {
        for (int i = 0; i < gradient.count(); i++) {
            sum[i % sum.length] += factor * Math.abs(gradient.array()[i]);
        }
    }

    private static Sensitivity mean(double[] sum, int outputs, Shape inputs) {
        Tensor values = Tensor.zeros(sum.length);
        for (int i = 0; i < sum.length; i++) {
            values.array()[i] = (float) (sum[i] / ((double) inputs.size(0) * outputs));
        }
        int[] sizes = inputs.toArray();
        return new Sensitivity(values.reshape(Arrays.copyOfRange(sizes, 1, sizes.length)));
    }

    /// The features from the one that matters most to the one that matters least; of equal ones the first
    /// comes first.
    public List<Integer> ranking() {
        return IntStream.range(0, values.count())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values.array()[i]))
                .toList();
    }

    /// The inputs with the features that matter least set to zero.
    ///
    /// @param inputs (batch, …), examples of the shape of the values
    /// @param count how many features to zero
    /// @throws ShapeException if the inputs have other features, or not as many
    public Tensor prune(Tensor inputs, int count) {
        int features = values.count();
        if (!inputs.shape().equals(batch(inputs))) {
            throw new ShapeException("prune", "examples " + values.shape(), inputs.shape());
        }
        if (count < 0 || count > features) {
            throw new ShapeException("prune", "a count within 0…" + features, count);
        }
        Tensor pruned = inputs.copy();
        for (int feature : ranking().subList(features - count, features)) {
            for (int i = feature; i < pruned.count(); i += features) {
                pruned.array()[i] = 0;
            }
        }
        return pruned;
    }

    private Shape batch(Tensor inputs) {
        int[] sizes = values.shape().toArray();
        int[] wanted = new int[sizes.length + 1];
        wanted[0] = inputs.shape().rank() == 0 ? 0 : inputs.size(0);
        System.arraycopy(sizes, 0, wanted, 1, sizes.length);
        return Shape.of(wanted);
    }
}
