package lectern.nn;

import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.NumericalGradient;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.RocCurve;
import lectern.nn.metric.Uncertainty;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.ops.Workers;
import lectern.nn.save.Saving;
import lectern.nn.save.Summary;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Evaluation;
import lectern.nn.train.Training;

/// The names that a notebook or a script uses: `import static lectern.nn.NN.*`. Each only makes what it names.
///
/// They stand in several files, and all of them are names of this class: what networks are made of in
/// [LayerNames], what learning takes in [LearningNames], what single lectures are about in [TopicNames], and
/// here what is done with them.
public final class NN extends TopicNames {

    private NN() {}

    /// A source of randomness, the same for the same seed on every machine: to be passed on.
    public static RandomGenerator random(long seed) {
        return SeededRandom.of(seed);
    }

    /// A variable to differentiate by.
    public static Var variable(Tensor value) {
        return Var.of(value);
    }

    /// A value that nobody asks the gradient of.
    public static Var constant(Tensor value) {
        return Var.constant(value);
    }

    /// A training, to be set up further and run.
    public static Training train(Layer model, Examples examples) {
        return Training.of(model, examples);
    }

    /// Does some work as a part of training: dropout, noise and batch statistics act. For loops of one's own.
    public static <T> T training(Supplier<T> work) {
        return Phase.training(work);
    }

    /// The predicted class of each example.
    public static int[] predict(Layer model, Tensor inputs) {
        return Evaluation.predict(model, inputs);
    }

    /// The share of examples that are classified rightly, 0…1.
    public static double accuracy(Layer model, Examples examples) {
        return Evaluation.accuracy(model, examples);
    }

    /// The share of examples whose label is among the k largest outputs, 0…1.
    public static double topKAccuracy(Layer model, Examples examples, int k) {
        return Evaluation.topKAccuracy(model, examples, k);
    }

    /// How often each class is taken for each.
    public static ConfusionMatrix confusionMatrix(Layer model, Examples examples) {
        return Evaluation.confusionMatrix(model, examples);
    }

    /// What each threshold would give, for a model with one output and labels 0 and 1.
    public static RocCurve rocCurve(Layer model, Examples examples) {
        return Evaluation.rocCurve(model, examples);
    }

    /// The mean loss over all examples.
    public static double meanLoss(Layer model, Loss loss, Examples examples) {
        return Evaluation.meanLoss(model, loss, examples);
    }

    /// Among how many equally likely symbols a model with this mean loss hesitates.
    public static double perplexity(double nats) {
        return Uncertainty.perplexity(nats);
    }

    /// The bits for each character of a model with this mean loss.
    public static double bitsPerCharacter(double nats) {
        return Uncertainty.bitsPerCharacter(nats);
    }

    /// Writes the numbers of a model to a file of the safetensors format.
    public static void save(Layer model, Path file) {
        Saving.save(model, file);
    }

    /// Fills a model with the numbers of a file that [#save] wrote.
    public static void load(Layer model, Path file) {
        Saving.load(model, file);
    }

    /// What a model is made of: layers, output shapes, receptive fields, parameters.
    ///
    /// @param input the shape of a batch, as the model takes it
    public static Summary summary(Layer model, int... input) {
        return Summary.of(model, input);
    }

    /// Compares a model's gradients with central differences of step [GradientCheck#STEP].
    ///
    /// @param inputs (batch, …)
    public static GradientCheck gradientCheck(Layer model, Tensor inputs, RandomGenerator random) {
        return gradientCheck(model, inputs, GradientCheck.STEP, random);
    }

    /// Compares a model's gradients with central differences.
    ///
    /// @param inputs (batch, …)
    /// @param step h, in units of the weights
    public static GradientCheck gradientCheck(Layer model, Tensor inputs, double step, RandomGenerator random) {
        return GradientCheck.of(() -> model.apply(Var.constant(inputs)), model.parameters(), step, random);
    }

    /// ∂L/∂w by weight perturbation: two evaluations of the loss for each weight.
    ///
    /// @param loss computes L from the weights as they are
    /// @param h the perturbation, in units of the weights
    public static Tensor numericalGradient(DoubleSupplier loss, Tensor weights, double h) {
        return NumericalGradient.of(loss, weights, h);
    }

    /// The multiply-adds of matrix products that `work` asks for.
    public static long multiplyAdds(Runnable work) {
        return WorkCounter.count(work);
    }

    /// How many threads share the work; results are the same for any number.
    public static void threads(int count) {
        Workers.useThreads(count);
    }

    /// Has the JVM compile the library's loops in the background, so that the first training is as fast as the
    /// next. Returns at once; only the first call starts anything.
    public static WarmUp warmUp() {
        return WarmUp.start();
    }

    /// What the library computes with: the inner loops chosen on this machine, and the threads.
    public static String backend() {
        return Ops.best() + ", " + Workers.threads() + (Workers.threads() == 1 ? " thread" : " threads");
    }
}
