package lectern.nn.energy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
/// Gibbs sampling that start at the data, **W ← W + η (⟨vᵀ P(h | v)⟩ data − ⟨vᵀ P(h | v)⟩ k steps)**, and
/// likewise the biases with v and with P(h | v).
///
/// Hidden units are sampled to make the visible ones, which are sampled too, or take their means; the
/// statistics take the hidden probabilities. With [persistent][#persistent(Tensor)] chains the sampling goes on
/// where the last step ended instead of starting at the data. The same seed, examples and starting weights give
/// the same result to the last bit. Interrupting the thread ends the learning after the current step.
///
/// Source: G. Hinton, *A Practical Guide to Training Restricted Boltzmann Machines* (2010), section 3; T.
/// Tieleman, *Training restricted Boltzmann machines using approximations to the likelihood gradient* (2008),
/// for persistent chains.
public final class ContrastiveDivergence {

    private final Rbm machine;
    private final Tensor examples;
    private final Arena arena = new Arena();
    private int gibbsSteps = 1;
    private double learningRate = 0.1;
    private int batchSize = 64;
    private int epochs = 1;
    private boolean visibleMeans;
    private @Nullable Tensor chains;
    private @Nullable Long seed;
    private Consumer<Epoch> listener = epoch -> {};

    private ContrastiveDivergence(Rbm machine, Tensor examples) {
        this.machine = machine;
        this.examples = examples;
    }

    /// A learning that is to be set up further and then [run][#run()].
    ///
    /// @param examples (count, visible), 0…1 for binary visible units
    /// @throws ShapeException if they have another shape, or there is none
    public static ContrastiveDivergence of(Rbm machine, Tensor examples) {
        ContrastiveDivergence learning = new ContrastiveDivergence(machine, examples);
        learning.check("examples (count, ", examples);
        return learning;
    }

    private void check(String what, Tensor units) {
        int visible = machine.weight().size(0);
        if (units.shape().rank() != 2 || units.size(1) != visible || units.size(0) == 0) {
            throw new ShapeException("contrastiveDivergence", what + visible + ")", units.shape());
        }
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

    /// Lets the visible units take their means instead of samples, which is what Gaussian ones usually do.
    public ContrastiveDivergence visibleMeans() {
        this.visibleMeans = true;
        return this;
    }

    /// Keeps chains of Gibbs sampling of their own, each step going on where the last one ended.
    ///
    /// @param start the visible units at first, (chains, visible); copied
    /// @throws ShapeException if they have another shape, or there is none
    public ContrastiveDivergence persistent(Tensor start) {
        check("chains (count, ", start);
        this.chains = start.copy();
        return this;
    }

    /// The visible units of the persistent chains as they are now, (chains, visible).
    ///
    /// @throws IllegalStateException if none are kept
    public Tensor chains() {
        if (chains == null) {
            throw new IllegalStateException(
                    "contrastiveDivergence: expected persistent chains, found none; add .persistent(…)");
        }
        return chains.copy();
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
    /// @param reconstructionError the mean squared difference between the data and the visible means at the
    /// end of
    ///     the k steps, for one visible unit; beside persistent chains, those that the hidden probabilities
    /// make
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
        Gibbs gibbs = new Gibbs(machine, visibleMeans, UniformNumbers.from(random));
        int[] order = new int[examples.size(0)];
        Arrays.setAll(order, i -> i);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            SeededRandom.shuffle(order, random);
            double error = 0;
            for (int from = 0; from < order.length; from += batchSize) {
                if (Thread.interrupted()) {
                    throw new CancellationException("contrastiveDivergence: interrupted in epoch " + epoch);
                }
                arena.enter();
                try {
                    Tensor batch = batch(order, from, Math.min(batchSize, order.length - from));
                    error += learn(batch, gibbs).reconstructionError() * batch.size(0);
                } finally {
                    arena.leave();
                }
            }
            listener.accept(new Epoch(epoch, error / order.length));
        }
    }

    /// What a step of learning did.
    ///
    /// @param hiddenProbabilities P(h = 1 | v) of the data, (batch, hidden)
    /// @param chain the k steps of Gibbs sampling
    /// @param change what was added to W, b and c
    /// @param reconstructionError as in [Epoch]
    public record Step(
            Tensor hiddenProbabilities, List<Gibbs.Step> chain, Contrast change, double reconstructionError) {}

    /// One step on a batch, changing the machine in place, with samples drawn with the given numbers; neither
    /// the examples nor the seed take part.
    ///
    /// @param batch (batch, visible)
    /// @throws ShapeException if it has another shape, or there is no example
    public Step step(Tensor batch, UniformNumbers numbers) {
        check("a batch (count, ", batch);
        Learned learned = learn(batch, new Gibbs(machine, visibleMeans, numbers));
        learned.chain().forEach(Gibbs.Step::keep);
        return new Step(
                learned.hiddenProbabilities().keep(),
                learned.chain(),
                learned.sums().times(learningRate / batch.size(0)),
                learned.reconstructionError());
    }

    /// As [Step], borrowed, with the sums over the batch that the change is made of.
    private record Learned(
            Tensor hiddenProbabilities, List<Gibbs.Step> chain, Contrast sums, double reconstructionError) {}

    private Tensor batch(int[] order, int from, int count) {
        int visible = examples.size(1);
        Tensor batch = Arena.tensor(count, visible);
        for (int i = 0; i < count; i++) {
            System.arraycopy(examples.array(), order[from + i] * visible, batch.array(), i * visible, visible);
        }
        return batch;
    }

    private Learned learn(Tensor data, Gibbs gibbs) {
        Tensor ofData = machine.means(data, false);
        Tensor probabilities = chains == null ? ofData : machine.means(chains, false);
        List<Gibbs.Step> chain = new ArrayList<>(gibbsSteps);
        for (int k = 0; k < gibbsSteps; k++) {
            Gibbs.Step next = gibbs.step(probabilities);
            chain.add(next);
            probabilities = next.hiddenProbabilities();
        }
        Gibbs.Step last = chain.getLast();
        if (chains != null) {
            System.arraycopy(last.visible().array(), 0, chains.array(), 0, chains.count());
        }
        Tensor reconstructed = chains == null ? last.visibleMeans() : machine.means(ofData, true);
        double error = Rbm.meanSquaredDifference(data, reconstructed);
        Contrast sums = sums(data, ofData, last);
        sums.addTo(machine, (float) (learningRate / data.size(0)));
        return new Learned(ofData, chain, sums, error);
    }

    /// The statistics of the data, added up, minus those of the chains, as if these were as many as the data.
    private static Contrast sums(Tensor data, Tensor ofData, Gibbs.Step made) {
        int visible = data.size(1);
        int hidden = ofData.size(1);
        // Data above, what was made below, the latter negative: the difference of the statistics is one product.
        Tensor v = below(data, made.visible());
        Tensor h = below(ofData, made.hiddenProbabilities());
        float factor = -(float) data.size(0) / made.visible().size(0);
        scaleFrom(data.count(), factor, v);
        Tensor weight = Arena.tensor(visible, hidden);
        Product product = new Product(visible, hidden, v.size(0), true, false);
        WorkCounter.add(product.multiplyAdds());
        Ops.best().matrix().multiply(product, v.array(), h.array(), weight.array(), false);
        Tensor ofVisible = Arena.tensor(visible);
        Ops.best().reduction().sumRows(v.array(), ofVisible.array());
        scaleFrom(ofData.count(), factor, h);
        Tensor ofHidden = Arena.tensor(hidden);
        Ops.best().reduction().sumRows(h.array(), ofHidden.array());
        return new Contrast(weight, ofVisible, ofHidden);
    }

    private static Tensor below(Tensor upper, Tensor lower) {
        Tensor both = Arena.tensor(upper.size(0) + lower.size(0), upper.size(1));
        System.arraycopy(upper.array(), 0, both.array(), 0, upper.count());
        System.arraycopy(lower.array(), 0, both.array(), upper.count(), lower.count());
        return both;
    }

    private static void scaleFrom(int from, float factor, Tensor x) {
        for (int i = from; i < x.count(); i++) {
            x.array()[i] *= factor;
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
