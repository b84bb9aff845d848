package lectern.nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import org.jspecify.annotations.Nullable;

/// Training by mini-batches: in each epoch the examples are shuffled, cut into batches, and each batch makes one step.
///
/// The same seed, examples and starting weights give the same result to the last bit. Interrupting the thread ends the
/// training after the current step, with the weights as that step left them.
public final class Training {

    private final Layer model;
    private final Examples examples;
    private final List<Consumer<Epoch>> epochListeners = new ArrayList<>();
    private final List<Consumer<Step>> stepListeners = new ArrayList<>();
    private @Nullable Loss loss;
    private @Nullable Optimizer optimizer;
    private @Nullable Long seed;
    private int batchSize = 32;
    private int epochs = 1;

    private Training(Layer model, Examples examples) {
        this.model = model;
        this.examples = examples;
    }

    /// A training that is to be set up further and then [run][#run()].
    public static Training of(Layer model, Examples examples) {
        if (examples.count() == 0) {
            throw new IllegalArgumentException("train: expected at least one example, found none");
        }
        return new Training(model, examples);
    }

    /// What is made small. Needed.
    public Training loss(Loss loss) {
        this.loss = loss;
        return this;
    }

    /// How a step is taken. Needed.
    public Training optimizer(Optimizer optimizer) {
        this.optimizer = optimizer;
        return this;
    }

    /// Where the order of the examples comes from. Needed.
    public Training seed(long seed) {
        this.seed = seed;
        return this;
    }

    /// Examples in a step; the last one of an epoch may be smaller.
    public Training batchSize(int batchSize) {
        this.batchSize = atLeastOne("batchSize", batchSize);
        return this;
    }

    /// Passes over all examples.
    public Training epochs(int epochs) {
        this.epochs = atLeastOne("epochs", epochs);
        return this;
    }

    /// Tells a listener of the end of each epoch; several are told in the order they were given.
    public Training onEpoch(Consumer<Epoch> listener) {
        epochListeners.add(listener);
        return this;
    }

    /// Tells a listener of each step; several are told in the order they were given.
    public Training onStep(Consumer<Step> listener) {
        stepListeners.add(listener);
        return this;
    }

    /// Trains, changing the model's parameters in place.
    ///
    /// @throws IllegalArgumentException if something needed was not given
    /// @throws ArithmeticException if the loss is no longer a number
    /// @throws CancellationException if the thread was interrupted
    public History run() {
        Loss chosenLoss = needed("loss", loss);
        Optimizer chosenOptimizer = needed("optimizer", optimizer);
        RandomGenerator random = SeededRandom.of(needed("seed", seed));
        List<Var> parameters = model.parameters();
        Optimizer.Steps steps = chosenOptimizer.over(parameters);
        int[] order = new int[examples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        List<Epoch> history = new ArrayList<>();
        int step = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            shuffle(order, random);
            double sum = 0;
            for (int start = 0; start < order.length; start += batchSize) {
                if (Thread.interrupted()) {
                    throw new CancellationException("train: interrupted after step " + step);
                }
                int size = Math.min(batchSize, order.length - start);
                Examples batch = examples.select(Arrays.copyOfRange(order, start, start + size));
                step++;
                double batchLoss = step(batch, chosenLoss, parameters);
                if (!Double.isFinite(batchLoss)) {
                    throw new ArithmeticException("train: loss is " + batchLoss + " at epoch " + epoch + ", step "
                            + step + "; try a smaller learning rate (now " + chosenOptimizer.learningRate() + ")");
                }
                steps.step();
                sum += batchLoss * size;
                Step done = new Step(epoch, step, batchLoss);
                stepListeners.forEach(listener -> listener.accept(done));
            }
            Epoch done = new Epoch(epoch, step, sum / order.length);
            history.add(done);
            epochListeners.forEach(listener -> listener.accept(done));
        }
        parameters.forEach(Var::clearGradient);
        return new History(history);
    }

    /// Computes the loss of a batch and its gradients.
    private double step(Examples batch, Loss chosenLoss, List<Var> parameters) {
        parameters.forEach(Var::clearGradient);
        Var value = chosenLoss.apply(model.apply(Var.constant(batch.inputs())), batch.targets());
        value.backward();
        return value.value().item();
    }

    /// The shuffle of Fisher and Yates.
    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("train: expected " + name + " of 1 or more, found " + value);
        }
        return value;
    }

    private static String article(String name) {
        return "aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ";
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "train: expected " + article(name) + name + ", found none; add ." + name + "(…)");
        }
        return value;
    }
}
