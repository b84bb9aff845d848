package lectern.nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.KlSparsity;
import lectern.nn.loss.Loss;
import lectern.nn.loss.Penalty;
import lectern.nn.optim.GradientClipping;
import lectern.nn.optim.Optimizer;
import lectern.nn.optim.Plateau;
import lectern.nn.optim.Schedule;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Training by mini-batches: in each epoch the examples are shuffled, cut into batches, and each batch makes
/// one step.
///
/// The same seed, examples and starting weights give the same result to the last bit. Interrupting the thread
/// ends the training after the current step, with the weights as that step left them.
public final class Training {

    private static final AtomicInteger RUNNING = new AtomicInteger();

    private final Layer model;
    private final Examples examples;
    private final Penalties penalties = new Penalties();
    private final List<Consumer<List<Var>>> clippings = new ArrayList<>();
    private final Rates rates = new Rates();
    private final Watch watch = new Watch();
    private @Nullable Loss loss;
    private @Nullable Optimizer optimizer;
    private @Nullable Long seed;
    private @Nullable Examples validation;
    private int patience;
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

    /// Adds a penalty of all parameters of the model to the loss. Several penalties add up.
    public Training penalty(Penalty penalty) {
        return penalty(penalty, model.parameters());
    }

    /// Adds a penalty of some parameters to the loss, such as the weights without the biases.
    public Training penalty(Penalty penalty, List<Var> weights) {
        penalties.add(penalty, weights);
        return this;
    }

    /// Adds a penalty of what passes through a place of the model to the loss, the mean over the batch.
    public Training penalty(Penalty penalty, Activity activity) {
        penalties.add(penalty, activity);
        return this;
    }

    /// Adds β times the divergence of the mean activations of a batch from ρ to the loss, as a sparse
    /// autoencoder has it.
    ///
    /// @param rho ρ, the mean activation that is wished for, 0…1 without the ends
    /// @param strength β
    /// @param activity a place of the model, with activations 0…1
    public Training sparsity(double rho, double strength, Activity activity) {
        penalties.add(new KlSparsity(rho), strength, activity);
        return this;
    }

    /// Shortens the gradients of each step to a norm over all parameters, as [GradientClipping#byNorm].
    public Training clipNorm(double limit) {
        clippings.add(gradients -> GradientClipping.byNorm(gradients, limit));
        return this;
    }

    /// Clips each number of the gradients, as [GradientClipping#byValue].
    public Training clipValue(double limit) {
        clippings.add(gradients -> GradientClipping.byValue(gradients, limit));
        return this;
    }

    /// Changes the learning rate from epoch to epoch. Several schedules act one after the other.
    public Training schedule(Schedule schedule) {
        rates.addByEpoch(schedule);
        return this;
    }

    /// Changes the learning rate from step to step.
    public Training stepSchedule(Schedule schedule) {
        rates.addByStep(schedule);
        return this;
    }

    /// Lets the learning rate fall when the loss falls no longer: that of early stopping if there is one, else
    /// the training loss.
    public Training schedule(Plateau plateau) {
        rates.add(plateau);
        return this;
    }

    /// Ends the training after so many epochs in a row without a lower loss on some examples that are held
    /// back. Then, or when its epochs are over, the model is left with the weights of the lowest.
    public Training earlyStopping(Examples validation, int patience) {
        if (validation.count() == 0) {
            throw new IllegalArgumentException("train: expected at least one example of validation, found none");
        }
        this.validation = validation;
        this.patience = atLeastOne("patience", patience);
        return this;
    }

    /// Tells a listener of the end of each epoch; several are told in the order they were given.
    public Training onEpoch(Consumer<Epoch> listener) {
        watch.onEpoch(listener);
        return this;
    }

    /// Tells a listener of each step; several are told in the order they were given.
    public Training onStep(Consumer<Step> listener) {
        watch.onStep(listener);
        return this;
    }

    /// Measures something at the end of each epoch: `.metric("accuracy", () -> accuracy(model, test))`. It is kept in
    /// the [History], and drawn where trainings are shown.
    public Training metric(String name, DoubleSupplier metric) {
        watch.metric(name, metric);
        return this;
    }

    /// Reads gauges of the weights and the layers at some hundred updates. The readings are kept in the [History], and
    /// drawn where
    /// trainings are shown.
    public Training watch(Gauge... gauges) {
        watch.gauges(List.of(gauges));
        return this;
    }

    /// Shows what a part of the model looks like: `.watch("filters", () -> layer.weight().value().reshape(10, 28,
    /// 28))`.
    /// It is drawn where trainings are shown, at the same updates, and its last state is kept in the [History].
    ///
    /// @param images gives a batch of images, (count, height, width), or with 1 or 3 channels before the height; it
    ///     must not change the model
    public Training watch(String name, Supplier<Tensor> images) {
        watch.images(name, images);
        return this;
    }

    /// Keeps this training from being shown where trainings are.
    public Training quiet() {
        watch.quiet();
        return this;
    }

    /// Has every training that begins from here on be seen, in the whole process; for the host of a program, such as a
    /// notebook.
    ///
    /// @param observers gives one for each training, on the thread that trains
    public static void observe(Function<Plan, Observer> observers) {
        Watch.observe(observers);
    }

    /// Whether a training runs, on any thread: what can wait should.
    public static boolean isAnyRunning() {
        return RUNNING.get() > 0;
    }

    /// Trains, changing the model's parameters in place.
    ///
    /// @throws IllegalArgumentException if something needed was not given
    /// @throws ShapeException if something that is watched as images is none
    /// @throws ArithmeticException if the loss is no longer a number
    /// @throws CancellationException if the thread was interrupted
    public History run() {
        Loss made = needed("loss", loss);
        Optimizer chosen = needed("optimizer", optimizer);
        long order = needed("seed", seed);
        Plan plan = new Plan(epochs, Math.ceilDiv(examples.count(), batchSize));
        Watch.Run watched = watch.begin(plan, model, examples);
        Loop loop = new Loop(made, chosen, order, watched);
        EarlyStopping stopping = validation == null ? null : new EarlyStopping(model, made, validation, patience);
        List<Epoch> epochsDone = new ArrayList<>();
        RUNNING.incrementAndGet();
        try {
            while (epochsDone.size() < epochs && (stopping == null || !stopping.isOver())) {
                Epoch done = loop.epoch(epochsDone, stopping);
                epochsDone.add(done);
                watched.epoch(done);
            }
            if (stopping != null) {
                stopping.restore();
            }
            return watched.done(epochsDone);
        } finally {
            RUNNING.decrementAndGet();
            loop.parameters.forEach(Var::clearGradient);
            watched.close();
        }
    }

    /// What a run keeps from step to step.
    private final class Loop {

        private final Loss loss;
        private final Optimizer optimizer;
        private final Watch.Run watched;
        private final RandomGenerator random;
        private final List<Var> parameters = model.parameters();
        private final Optimizer.Steps updates;
        private final Arena arena = new Arena();
        private final int[] order = new int[examples.count()];
        private int steps;
        private double learningRate;

        Loop(Loss loss, Optimizer optimizer, long seed, Watch.Run watched) {
            this.loss = loss;
            this.optimizer = optimizer;
            this.watched = watched;
            this.random = SeededRandom.of(seed);
            this.updates = optimizer.over(parameters);
            Arrays.setAll(order, i -> i);
        }

        /// One pass over all examples.
        ///
        /// @param before the epochs that are done
        Epoch epoch(List<Epoch> before, @Nullable EarlyStopping stopping) {
            int epoch = before.size() + 1;
            double rate = rates.ofEpoch(optimizer.learningRate(), before);
            SeededRandom.shuffle(order, random);
            double sum = 0;
            for (int start = 0; start < order.length; start += batchSize) {
                if (Thread.interrupted()) {
                    throw new CancellationException("train: interrupted after step " + steps);
                }
                int size = Math.min(batchSize, order.length - start);
                learningRate = rates.ofStep(rate, steps);
                steps++;
                double batchLoss = step(epoch, start, size);
                sum += batchLoss * size;
                watched.step(epoch, steps, batchLoss);
            }
            OptionalDouble held = stopping == null ? OptionalDouble.empty() : OptionalDouble.of(stopping.measure());
            return new Epoch(epoch, steps, sum / order.length, held, learningRate, watched.measure());
        }

        /// Changes the parameters by the gradients of one batch, in memory that the next step uses again.
        private double step(int epoch, int from, int size) {
            arena.enter();
            try {
                Examples batch = examples.borrow(order, from, size);
                for (int p = 0; p < parameters.size(); p++) {
                    parameters.get(p).clearGradient();
                }
                Var value = Phase.training(() -> penalties.addedTo(
                        loss.apply(model.apply(Var.constant(batch.inputs())), Var.constant(batch.targets()))));
                value.backward();
                double batchLoss = value.borrow().item();
                if (!Double.isFinite(batchLoss)) {
                    throw new ArithmeticException("train: loss is " + batchLoss + " at epoch " + epoch + ", step "
                            + steps + "; try a smaller learning rate (now " + learningRate + ")");
                }
                for (int c = 0; c < clippings.size(); c++) {
                    clippings.get(c).accept(parameters);
                }
                watched.before(steps);
                updates.step(learningRate);
                watched.after(steps);
                return batchLoss;
            } finally {
                arena.leave();
            }
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
