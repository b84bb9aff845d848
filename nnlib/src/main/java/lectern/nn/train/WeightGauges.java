package lectern.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// The matrices of weights of a model, and what an update did to them.
final class WeightGauges {

    private final List<Var> weights = new ArrayList<>();
    private final List<Tensor> before = new ArrayList<>();

    /// @param parameters of the model; those with rows are watched, and not the biases that follow them: one number for
    ///     each row
    WeightGauges(List<Var> parameters) {
        for (Var parameter : parameters) {
            boolean hasRows = parameter.shape().rank() > 1;
            boolean isBias = !weights.isEmpty()
                    && parameter.shape().size(0) == 1
                    && parameter.shape().count() == weights.getLast().shape().size(0);
            if (hasRows && !isBias) {
                weights.add(parameter);
            }
        }
    }

    /// Of each matrix, in the order of the layers: `W1 784×128`.
    List<String> names() {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> "W" + (i + 1) + " "
                        + weights.get(i)
                                .shape()
                                .toString()
                                .replaceAll("[()]", "")
                                .replace(", ", "×"))
                .toList();
    }

    /// Keeps the weights as they are before an update.
    void before() {
        before.clear();
        weights.forEach(weight -> before.add(weight.borrow().copy()));
    }

    /// After the update, while the gradients are still there.
    List<Double> gradientNorms() {
        return weights.stream().map(weight -> norm(weight.borrowGradient())).toList();
    }

    List<Double> updateRatios() {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> updateRatio(before.get(i), weights.get(i).borrow()))
                .toList();
    }

    private static double updateRatio(Tensor before, Tensor now) {
        double size = norm(before);
        return size == 0 ? 0 : norm(now.minus(before)) / size;
    }

    private static double norm(Tensor tensor) {
        double sum = 0;
        for (float number : tensor.array()) {
            sum += (double) number * number;
        }
        return Math.sqrt(sum);
    }
}
