package lectern.nn;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lectern.nn.attention.AdditiveAttention;
import lectern.nn.attention.Attention;
import lectern.nn.attention.DecoderBlock;
import lectern.nn.attention.DotAttention;
import lectern.nn.attention.EncoderBlock;
import lectern.nn.attention.LuongAttention;
import lectern.nn.attention.MultiHeadAttention;
import lectern.nn.attention.PositionalEncoding;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.NumericalGradient;
import lectern.nn.autograd.Var;
import lectern.nn.energy.ContrastiveDivergence;
import lectern.nn.energy.Rbm;
import lectern.nn.layer.Arctan;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.BinaryStep;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Elu;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.Gaussian;
import lectern.nn.layer.Gelu;
import lectern.nn.layer.GeluTanh;
import lectern.nn.layer.GroupNorm;
import lectern.nn.layer.HardTanh;
import lectern.nn.layer.Identity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.layer.LeakyRelu;
import lectern.nn.layer.LogSoftmax;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.PRelu;
import lectern.nn.layer.Phase;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Selu;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Sigmoid;
import lectern.nn.layer.Silu;
import lectern.nn.layer.Sine;
import lectern.nn.layer.Softmax;
import lectern.nn.layer.Softplus;
import lectern.nn.layer.Softsign;
import lectern.nn.layer.Tanh;
import lectern.nn.loss.AbsoluteError;
import lectern.nn.loss.BinaryCrossEntropy;
import lectern.nn.loss.BinaryCrossEntropyOfProbabilities;
import lectern.nn.loss.CrossEntropy;
import lectern.nn.loss.GaussianKl;
import lectern.nn.loss.HalfSquaredError;
import lectern.nn.loss.Hinge;
import lectern.nn.loss.Huber;
import lectern.nn.loss.KlSparsity;
import lectern.nn.loss.Loss;
import lectern.nn.loss.NegativeLogLikelihood;
import lectern.nn.loss.Reduction;
import lectern.nn.loss.SmoothL1;
import lectern.nn.loss.SquaredError;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.RocCurve;
import lectern.nn.metric.Uncertainty;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.ops.Workers;
import lectern.nn.optim.Adam;
import lectern.nn.optim.Sgd;
import lectern.nn.recurrent.LastTimeStep;
import lectern.nn.recurrent.Lstm;
import lectern.nn.recurrent.TimeFirst;
import lectern.nn.save.Saving;
import lectern.nn.save.Summary;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Initializer;
import lectern.nn.tensor.NormalWeights;
import lectern.nn.tensor.OrthogonalWeights;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Tensor;
import lectern.nn.tensor.UniformWeights;
import lectern.nn.train.Evaluation;
import lectern.nn.train.Training;

/// The names that a notebook or a script uses: `import static lectern.nn.NN.*`. Each only makes what it names.
public final class NN {

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

    /// Layers one after the other.
    public static Sequential sequential(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    /// A fully connected layer with starting weights drawn from `random`.
    public static Dense dense(int in, int out, RandomGenerator random) {
        return Dense.of(in, out, random);
    }

    /// A fully connected layer with starting weights as the initializer draws them.
    public static Dense dense(int in, int out, Initializer initializer, RandomGenerator random) {
        return Dense.of(in, out, initializer, random);
    }

    /// A convolutional layer of square filters with starting numbers drawn from `random`.
    public static Conv2d conv2d(int in, int out, int size, RandomGenerator random) {
        return Conv2d.of(in, out, size, random);
    }

    /// A convolutional layer of square filters with starting numbers as the initializer draws them.
    public static Conv2d conv2d(int in, int out, int size, Initializer initializer, RandomGenerator random) {
        return Conv2d.of(in, out, size, initializer, random);
    }

    /// Starting weights from U(−r, r), r = √(6 / (in + out)).
    public static UniformWeights glorotUniform() {
        return new UniformWeights(Scaling.GLOROT);
    }

    /// Starting weights from N(0, 2 / (in + out)).
    public static NormalWeights glorotNormal() {
        return new NormalWeights(Scaling.GLOROT);
    }

    /// Starting weights from U(−r, r), r = √(6 / in), for ReLU.
    public static UniformWeights heUniform() {
        return new UniformWeights(Scaling.HE);
    }

    /// Starting weights from N(0, 2 / in), for ReLU.
    public static NormalWeights heNormal() {
        return new NormalWeights(Scaling.HE);
    }

    /// Starting weights from U(−r, r), r = √(3 / in).
    public static UniformWeights leCunUniform() {
        return new UniformWeights(Scaling.LECUN);
    }

    /// Starting weights from N(0, 1 / in), for SELU.
    public static NormalWeights leCunNormal() {
        return new NormalWeights(Scaling.LECUN);
    }

    /// Starting weights that turn and do not stretch.
    public static OrthogonalWeights orthogonal() {
        return new OrthogonalWeights(1);
    }

    /// Starting weights that turn, and stretch by the gain.
    public static OrthogonalWeights orthogonal(double gain) {
        return new OrthogonalWeights(gain);
    }

    /// The largest number of each window, windows side by side.
    public static MaxPool2d maxPool2d(int window) {
        return MaxPool2d.of(window);
    }

    /// The mean of each window, windows side by side.
    public static AveragePool2d averagePool2d(int window) {
        return AveragePool2d.of(window);
    }

    /// Normalises each channel, or each feature of vectors, over the batch.
    public static BatchNorm batchNorm(int channels) {
        return BatchNorm.of(channels);
    }

    /// Normalises each row of so many features by itself.
    public static LayerNorm layerNorm(int features) {
        return LayerNorm.of(features);
    }

    /// Normalises each group of neighbouring channels of each example.
    public static GroupNorm groupNorm(int groups, int channels) {
        return GroupNorm.of(groups, channels);
    }

    /// A long short-term memory with starting weights drawn from `random`; it takes and gives (time, batch,
    /// features).
    public static Lstm lstm(int in, int hidden, RandomGenerator random) {
        return Lstm.of(in, hidden, random);
    }

    /// Multi-head attention with starting weights drawn from `random`; it takes and gives (batch, time,
    /// model).
    public static MultiHeadAttention multiHeadAttention(int model, int heads, RandomGenerator random) {
        return MultiHeadAttention.of(model, heads, random);
    }

    /// Bahdanau's attention, whose score is a small network, with starting weights drawn from `random`.
    public static AdditiveAttention additiveAttention(int query, int key, int units, RandomGenerator random) {
        return AdditiveAttention.of(query, key, units, random);
    }

    /// Luong's attention, whose score is q W k, with starting weights drawn from `random`.
    public static LuongAttention luongAttention(int query, int key, RandomGenerator random) {
        return LuongAttention.of(query, key, random);
    }

    /// Luong's attention whose score is q · k.
    public static DotAttention dotAttention() {
        return new DotAttention();
    }

    /// Hides from an attention what lies beyond the end of each sequence.
    public static Tensor padding(int keys, int... lengths) {
        return Attention.padding(keys, lengths);
    }

    /// Adds sines and cosines of its place to each time step, (batch, time, model).
    public static PositionalEncoding positionalEncoding(int longest, int model) {
        return PositionalEncoding.of(longest, model);
    }

    /// A block of a transformer's encoder with starting weights drawn from `random`; (batch, time, model).
    public static EncoderBlock encoderBlock(int model, int heads, int units, RandomGenerator random) {
        return EncoderBlock.of(model, heads, units, random);
    }

    /// A block of a transformer's decoder with starting weights drawn from `random`; (batch, time, model).
    public static DecoderBlock decoderBlock(int model, int heads, int units, RandomGenerator random) {
        return DecoderBlock.of(model, heads, units, random);
    }

    /// Sequences (batch, time, …) as (time, batch, …).
    public static TimeFirst timeFirst() {
        return new TimeFirst();
    }

    /// What sequences (time, batch, features) end with.
    public static LastTimeStep lastTimeStep() {
        return new LastTimeStep();
    }

    /// Each example as one row of numbers.
    public static Flatten flatten() {
        return new Flatten();
    }

    /// max(x, 0).
    public static Relu relu() {
        return new Relu();
    }

    /// x where positive, else a small part of it.
    public static LeakyRelu leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /// x where positive, else a learned part of it, the same for all numbers.
    public static PRelu prelu() {
        return PRelu.of(1);
    }

    /// x where positive, else a part of it that is learned for each channel.
    public static PRelu prelu(int channels) {
        return PRelu.of(channels);
    }

    /// x where positive, else eˣ − 1.
    public static Elu elu() {
        return new Elu(1);
    }

    /// x where positive, else α (eˣ − 1).
    public static Elu elu(double alpha) {
        return new Elu(alpha);
    }

    /// The exponential linear unit that keeps mean 0 and variance 1.
    public static Selu selu() {
        return Selu.of();
    }

    /// x Φ(x), with the normal distribution function.
    public static Gelu gelu() {
        return new Gelu();
    }

    /// x Φ(x), with Φ replaced by a tanh.
    public static GeluTanh geluTanh() {
        return new GeluTanh();
    }

    /// x / (1 + e⁻ˣ), also called swish.
    public static Silu silu() {
        return new Silu();
    }

    /// tanh x.
    public static Tanh tanh() {
        return new Tanh();
    }

    /// The logistic function.
    public static Sigmoid sigmoid() {
        return new Sigmoid();
    }

    /// x as it is.
    public static Identity identity() {
        return new Identity();
    }

    /// 0 below 0, else 1.
    public static BinaryStep binaryStep() {
        return new BinaryStep();
    }

    /// arctan x.
    public static Arctan arctan() {
        return new Arctan();
    }

    /// x / (1 + |x|).
    public static Softsign softsign() {
        return new Softsign();
    }

    /// x, and no less than −1 and no more than 1.
    public static HardTanh hardTanh() {
        return new HardTanh();
    }

    /// e^(−x²).
    public static Gaussian gaussian() {
        return new Gaussian();
    }

    /// sin x.
    public static Sine sine() {
        return new Sine();
    }

    /// ln(1 + eˣ).
    public static Softplus softplus() {
        return new Softplus();
    }

    /// ln(1 + e^βx) / β.
    public static Softplus softplus(double sharpness) {
        return new Softplus(sharpness);
    }

    /// Probabilities from logits.
    public static Softmax softmax() {
        return new Softmax();
    }

    /// The logarithms of probabilities from logits.
    public static LogSoftmax logSoftmax() {
        return new LogSoftmax();
    }

    /// Softmax and cross-entropy in one, from logits and labels or probabilities.
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy();
    }

    /// The mean of the squared differences.
    public static SquaredError meanSquaredError() {
        return new SquaredError(Reduction.MEAN);
    }

    /// The sum of the squared differences.
    public static SquaredError sumSquaredError() {
        return new SquaredError(Reduction.SUM);
    }

    /// Half of the squared distance to the target, the mean over the batch.
    public static HalfSquaredError halfSquaredError() {
        return new HalfSquaredError();
    }

    /// The mean of the absolute differences, L1.
    public static AbsoluteError meanAbsoluteError() {
        return new AbsoluteError(Reduction.MEAN);
    }

    /// Half of the squared difference, and linear from δ on; the mean.
    public static Huber huber(double delta) {
        return new Huber(delta, Reduction.MEAN);
    }

    /// The absolute difference, rounded off within β; the mean.
    public static SmoothL1 smoothL1(double beta) {
        return new SmoothL1(beta, Reduction.MEAN);
    }

    /// Sigmoid and cross-entropy in one, from logits and targets 0…1.
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /// Cross-entropy of yes or no, from probabilities and targets 0…1.
    public static BinaryCrossEntropyOfProbabilities binaryCrossEntropyOfProbabilities() {
        return new BinaryCrossEntropyOfProbabilities();
    }

    /// The mean of −ln p at the labels, from probabilities.
    public static NegativeLogLikelihood negativeLogLikelihood() {
        return new NegativeLogLikelihood();
    }

    /// What scores lack to a margin of 1, for targets −1 and 1; the mean.
    public static Hinge hinge() {
        return new Hinge();
    }

    /// The penalty of a sparse autoencoder, for hidden units that are not active a part ρ of the time.
    public static KlSparsity klSparsity(double rho) {
        return new KlSparsity(rho);
    }

    /// The penalty of a variational autoencoder, for codes that are not from N(0, 1).
    public static GaussianKl gaussianKl() {
        return new GaussianKl();
    }

    /// Stochastic gradient descent.
    public static Sgd sgd(double learningRate) {
        return new Sgd(learningRate, 0);
    }

    /// Stochastic gradient descent with momentum.
    public static Sgd sgd(double learningRate, double momentum) {
        return new Sgd(learningRate, momentum);
    }

    /// Adam with the settings that its paper recommends.
    public static Adam adam(double learningRate) {
        return Adam.of(learningRate);
    }

    /// A training, to be set up further and run.
    public static Training train(Layer model, Examples examples) {
        return Training.of(model, examples);
    }

    /// A restricted Boltzmann machine with starting weights drawn from `random`.
    public static Rbm rbm(int visible, int hidden, RandomGenerator random) {
        return Rbm.of(visible, hidden, random);
    }

    /// Learning of a restricted Boltzmann machine, to be set up further and run.
    ///
    /// @param examples (count, visible), 0…1
    public static ContrastiveDivergence contrastiveDivergence(Rbm machine, Tensor examples) {
        return ContrastiveDivergence.of(machine, examples);
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

    /// What the library computes with: the inner loops chosen on this machine, and the threads.
    public static String backend() {
        return Ops.best() + ", " + Workers.threads() + (Workers.threads() == 1 ? " thread" : " threads");
    }
}
