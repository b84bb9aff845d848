package lectern.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activation;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// What the layers of a model that learn put out for a few examples, each after the nonlinearity that follows it.
final class LayerGauges {

    private static final int MOST_EXAMPLES = 64;

    private final List<Layer> layers;
    private final List<Integer> learning;
    private final Examples examples;

    /// @param examples of which the first are put in
    LayerGauges(Layer model, Examples examples) {
        layers = model instanceof Sequential chain ? chain.layers() : List.of(model);
        learning = IntStream.range(0, layers.size())
                .filter(i -> !layers.get(i).parameters().isEmpty())
                .boxed()
                .toList();
        this.examples = examples;
    }

    /// Of each layer, in order: `h1 dense 784 -> 128`.
    List<String> names() {
        return IntStream.range(0, learning.size())
                .mapToObj(i -> "h" + (i + 1) + " " + layers.get(learning.get(i)))
                .toList();
    }

    /// The standard deviation of the outputs of each.
    List<Double> spreads() {
        var spreads = new ArrayList<Double>();
        Tensor x = examples.first(MOST_EXAMPLES).inputs();
        for (int i = 0; i < layers.size(); i++) {
            x = outputs(layers.get(i), x);
            boolean ends = i + 1 == layers.size() || !(layers.get(i + 1) instanceof Activation);
            int learned = layers.get(i) instanceof Activation ? i - 1 : i;
            if (ends && learning.contains(learned)) {
                spreads.add(spread(x.array()));
            }
        }
        return spreads;
    }

    private static Tensor outputs(Layer layer, Tensor x) {
        return Phase.evaluating(() -> layer.apply(Var.constant(x)).borrow());
    }

    private static double spread(float[] numbers) {
        double mean = 0;
        for (float number : numbers) {
            mean += number;
        }
        mean /= numbers.length;
        double squares = 0;
        for (float number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return Math.sqrt(squares / numbers.length);
    }
}
