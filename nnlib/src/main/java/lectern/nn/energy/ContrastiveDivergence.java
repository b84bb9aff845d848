package lectern.nn.energy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import lectern.nn.ops.MatrixOps.Product;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Learning of an [Rbm] by contrastive divergence: the statistics of the data against those after k steps of
/// Gibbs
/// sampling that start at the data,
/// **W ← W + η (⟨vᵀ P(h | v)⟩ data − ⟨vᵀ P(h | v)⟩ k steps)**, and likewise the biases with v and with P(h |
/// v).
///
/// Hidden units are sampled to make the visible ones, which are sampled too; the statistics take the hidden
/// probabilities. The same seed, examples and starting weights give the same result to the last bit.
/// Interrupting the
/// thread ends the learning after the current step.
///
/// Source: G. Hinton, *A Practical Guide to Training Restricted Boltzmann Machines* (2010), section 3.
public final class ContrastiveDivergence {

    private final Rbm machine;
    private final Tensor examples;
    private final Arena arena = new Arena();
    private int gibbsSteps = 1;
    private double learningRate = 0.1;
    private int batchSize = 64;
    private int epochs = 1;
    private @Nullable Long seed;
    private Consumer<Epoch> listener = epoch -> {};

    private ContrastiveDivergence(Rbm machine, Tensor examples) {
        this.machine = machine;
        this.examples = examples;
    }

    /// A learning that is to be set up further and then [run][#run()].
    ///
    /// @param examples (count, visible), 0…1
    /// @throws ShapeException if they have another shape, or there is none
    public static ContrastiveDivergence of(Rbm machine, Tensor examples) {
        int visible = machine.weight().size(0);
        if (examples.shape().rank() != 2 || examples.size(1) != visible || examples.size(0) == 0) {
            throw new ShapeException("contrastiveDivergence", "examples (count, " + visible + ")", examples.shape());
        }
        return new ContrastiveDivergence(machine, examples);
    }

    /// k, the steps of Gibbs sampling.
    public ContrastiveDivergence gibbsSteps(int gibbsSteps) {
        this.gibbsSteps = atLeastOne("gibbsSteps", gibbsSteps);
        return this;
    }

    /// η.
    public ContrastiveDivergence learningRate(double learningRate) {
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException(
                    "contrastiveDivergence: expected a learning rate above 0, found " + learningRate);
        }
        this.learningRate = learningRate;
        return this;
    }

    /// Examples in a step; the last one of an epoch may be smaller.
    public ContrastiveDivergence batchSize(int batchSize) {
        this.batchSize = atLeastOne("batchSize", batchSize);
        return this;
    }

    /// Passes over all examples.
    public ContrastiveDivergence epochs(int epochs) {
        this.epochs = atLeastOne("epochs", epochs);
        return this;
    }

    /// Where the order of the examples and the samples come from. Needed.
    public ContrastiveDivergence seed(long seed) {
        this.seed = seed;
        return this;
    }

    /// Tells a listener of the end of each epoch.
    public ContrastiveDivergence onEpoch(Consumer<Epoch> listener) {
        this.listener = this.listener.andThen(listener);
        return this;
    }

    /// The end of an epoch.
    ///
    /// @param number from 1 on
    /// @param reconstructionError the mean squared difference between the data and the first visible
    /// probabilities made of
    ///     it, for one visible unit
    public record Epoch(int number, double reconstructionError) {}

    /// Learns, changing the machine in place.
    ///
    /// @throws IllegalArgumentException if there is no seed
    /// @throws CancellationException if the thread was interrupted
    public void run() {
        if (seed == null) {
            throw new IllegalArgumentException("contrastiveDivergence: expected a seed, found none; add .seed(…)");
        }
        RandomGenerator random = SeededRandom.of(seed);
        int[] order = new int[examples.size(0)];
        Arrays.setAll(order, i -> i);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            shuffle(order, random);
            double error = 0;
            for (int from = 0; from < order.length; from += batchSize) {
                if (Thread.interrupted()) {
                    throw new CancellationException("contrastiveDivergence: interrupted in epoch " + epoch);
                }
                arena.enter();
                try {
                    error += step(order, from, Math.min(batchSize, order.length - from), random);
                } finally {
                    arena.leave();
                }
            }
            listener.accept(new Epoch(epoch, error / examples.count()));
        }
    }

    /// One step.
    ///
    /// @return the sum of the squared reconstruction errors
    private double step(int[] order, int from, int count, RandomGenerator random) {
        int visible = machine.weight().size(0);
        int hidden = machine.weight().size(1);
        // Data above, what was made of it below, the latter negative: the difference of the two statistics is one
        // product.
        Tensor v = Arena.tensor(2 * count, visible);
        Tensor h = Arena.tensor(2 * count, hidden);
        Tensor data = Arena.tensor(count, visible);
        for (int i = 0; i < count; i++) {
            System.arraycopy(examples.array(), order[from + i] * visible, data.array(), i * visible, visible);
        }
        Tensor probabilities = machine.probabilities(data, false);
        System.arraycopy(data.array(), 0, v.array(), 0, count * visible);
        System.arraycopy(probabilities.array(), 0, h.array(), 0, count * hidden);
        double error = 0;
        Tensor made = data;
        for (int k = 0; k < gibbsSteps; k++) {
            made = machine.probabilities(sample(probabilities, random), true);
            error += k == 0 ? squaredError(data, made) : 0;
            made = sample(made, random);
            probabilities = machine.probabilities(made, false);
        }
        for (int i = 0; i < count * visible; i++) {
            v.array()[count * visible + i] = -made.array()[i];
        }
        System.arraycopy(probabilities.array(), 0, h.array(), count * hidden, count * hidden);
        update(v, h, count);
        return error;
    }

    private void update(Tensor v, Tensor h, int count) {
        int visible = v.size(1);
        int hidden = h.size(1);
        float rate = (float) (learningRate / count);
        Tensor change = Arena.tensor(machine.weight().shape());
        Product product = new Product(visible, hidden, v.size(0), true, false);
        WorkCounter.add(product.multiplyAdds());
        Ops.best().matrix().multiply(product, v.array(), h.array(), change.array(), false);
        add(machine.weight(), rate, change);
        Tensor ofVisible = Arena.tensor(machine.visibleBias().shape());
        Ops.best().reduction().sumRows(v.array(), ofVisible.array());
        add(machine.visibleBias(), rate, ofVisible);
        for (int i = count * hidden; i < h.count(); i++) {
            h.array()[i] = -h.array()[i];
        }
        Tensor ofHidden = Arena.tensor(machine.hiddenBias().shape());
        Ops.best().reduction().sumRows(h.array(), ofHidden.array());
        add(machine.hiddenBias(), rate, ofHidden);
    }

    private static void add(Tensor to, float factor, Tensor change) {
        Ops.best().elementwise().addScaled(to.array(), factor, change.array(), to.array());
    }

    /// 1 with the given probabilities, else 0: a number from [0, 1) is drawn for each, in order, and compared.
    private static Tensor sample(Tensor probabilities, RandomGenerator random) {
        Tensor sample = Arena.tensor(probabilities.shape());
        for (int i = 0; i < sample.count(); i++) {
            float drawn = (random.nextLong() >>> 40) * 0x1p-24f;
            sample.array()[i] = drawn < probabilities.array()[i] ? 1 : 0;
        }
        return sample;
    }

    private static double squaredError(Tensor data, Tensor made) {
        double error = 0;
        for (int i = 0; i < data.count(); i++) {
            double difference = data.array()[i] - made.array()[i];
            error += difference * difference;
        }
        return error;
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
            throw new IllegalArgumentException(
                    "contrastiveDivergence: expected " + name + " of 1 or more, found " + value);
        }
        return value;
    }
}
