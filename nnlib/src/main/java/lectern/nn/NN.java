package lectern.nn;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lectern.nn.attack.DeepFool;
import lectern.nn.attack.Fgsm;
import lectern.nn.attack.InputGradient;
import lectern.nn.attack.Saliency;
import lectern.nn.attack.Sensitivity;
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
import lectern.nn.energy.DeepBeliefNetwork;
import lectern.nn.energy.ExactLikelihood;
import lectern.nn.energy.Gibbs;
import lectern.nn.energy.Hopfield;
import lectern.nn.energy.Rbm;
import lectern.nn.energy.UniformNumbers;
import lectern.nn.energy.VisibleUnits;
import lectern.nn.layer.Activity;
import lectern.nn.layer.Arctan;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.BinaryStep;
import lectern.nn.layer.Conv1d;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.ConvTranspose2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.DenseConnection;
import lectern.nn.layer.Dropout;
import lectern.nn.layer.Elu;
import lectern.nn.layer.Embedding;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.Gaussian;
import lectern.nn.layer.GaussianNoise;
import lectern.nn.layer.Gelu;
import lectern.nn.layer.GeluTanh;
import lectern.nn.layer.GlobalAveragePool;
import lectern.nn.layer.GlobalMaxPool;
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
import lectern.nn.layer.Residual;
import lectern.nn.layer.Selu;
import lectern.nn.layer.SeparableConv2d;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Sigmoid;
import lectern.nn.layer.Silu;
import lectern.nn.layer.Sine;
import lectern.nn.layer.Softmax;
import lectern.nn.layer.Softplus;
import lectern.nn.layer.Softsign;
import lectern.nn.layer.Tanh;
import lectern.nn.layer.Upsample;
import lectern.nn.layer.ZeroPad2d;
import lectern.nn.loss.AbsoluteError;
import lectern.nn.loss.BinaryCrossEntropy;
import lectern.nn.loss.BinaryCrossEntropyOfProbabilities;
import lectern.nn.loss.CrossEntropy;
import lectern.nn.loss.GaussianKl;
import lectern.nn.loss.HalfSquaredError;
import lectern.nn.loss.Hinge;
import lectern.nn.loss.Huber;
import lectern.nn.loss.KlSparsity;
import lectern.nn.loss.L1;
import lectern.nn.loss.L2;
import lectern.nn.loss.LogisticLoss;
import lectern.nn.loss.Loss;
import lectern.nn.loss.NegativeLogLikelihood;
import lectern.nn.loss.Reduction;
import lectern.nn.loss.SmoothL1;
import lectern.nn.loss.SquaredError;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.RocCurve;
import lectern.nn.metric.Uncertainty;
import lectern.nn.model.Autoencoder;
import lectern.nn.model.CausalConv1d;
import lectern.nn.model.DenseNet;
import lectern.nn.model.EncoderDecoder;
import lectern.nn.model.LeNet;
import lectern.nn.model.PixelCnn;
import lectern.nn.model.ResNet;
import lectern.nn.model.TiedAutoencoder;
import lectern.nn.model.UNet;
import lectern.nn.model.VariationalAutoencoder;
import lectern.nn.model.Vgg;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.ops.Workers;
import lectern.nn.optim.Adadelta;
import lectern.nn.optim.Adagrad;
import lectern.nn.optim.Adam;
import lectern.nn.optim.AdamW;
import lectern.nn.optim.Adamax;
import lectern.nn.optim.AmsGrad;
import lectern.nn.optim.GradientClipping;
import lectern.nn.optim.NAdam;
import lectern.nn.optim.Nesterov;
import lectern.nn.optim.Plateau;
import lectern.nn.optim.ProximalL1;
import lectern.nn.optim.RmsProp;
import lectern.nn.optim.Rprop;
import lectern.nn.optim.Schedule;
import lectern.nn.optim.Sgd;
import lectern.nn.recurrent.Bidirectional;
import lectern.nn.recurrent.Cell;
import lectern.nn.recurrent.CharRnn;
import lectern.nn.recurrent.Gru;
import lectern.nn.recurrent.Jacobians;
import lectern.nn.recurrent.Jordan;
import lectern.nn.recurrent.LastTimeStep;
import lectern.nn.recurrent.Lstm;
import lectern.nn.recurrent.LstmForm;
import lectern.nn.recurrent.LstmVariant;
import lectern.nn.recurrent.Mask;
import lectern.nn.recurrent.Recurrent;
import lectern.nn.recurrent.Rnn;
import lectern.nn.recurrent.Stacked;
import lectern.nn.recurrent.TermByTerm;
import lectern.nn.recurrent.TimeFirst;
import lectern.nn.recurrent.Truncated;
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
import lectern.nn.text.BytePairEncoding;
import lectern.nn.text.Embeddings;
import lectern.nn.text.Factorization;
import lectern.nn.text.NgramModel;
import lectern.nn.text.TermTokenizer;
import lectern.nn.text.TermWeights;
import lectern.nn.text.Vocabulary;
import lectern.nn.text.Word2vecTraining;
import lectern.nn.text.WordFrequencies;
import lectern.nn.text.WordTokenizer;
import lectern.nn.text.WordVectors;
import lectern.nn.theory.BiasVariance;
import lectern.nn.theory.Cover;
import lectern.nn.theory.GaussianKernel;
import lectern.nn.theory.LeastSquares;
import lectern.nn.theory.LinearSeparation;
import lectern.nn.theory.Perceptron;
import lectern.nn.theory.PolynomialKernel;
import lectern.nn.theory.PolynomialRegression;
import lectern.nn.theory.PrincipalComponents;
import lectern.nn.theory.Standardization;
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

    /// A convolutional layer with a filter of its own for each channel.
    public static Conv2d depthwiseConv2d(int channels, int size, RandomGenerator random) {
        return Conv2d.depthwise(channels, 1, size, random);
    }

    /// A convolution in two steps: each channel by itself, then pixel by pixel over the channels.
    public static SeparableConv2d separableConv2d(int in, int out, int size, RandomGenerator random) {
        return SeparableConv2d.of(in, out, size, random);
    }

    /// A convolution along sequences (batch, in, length).
    public static Conv1d conv1d(int in, int out, int length, RandomGenerator random) {
        return Conv1d.of(in, out, length, random);
    }

    /// A transposed convolution: images made larger by learned filters.
    public static ConvTranspose2d convTranspose2d(int in, int out, int size, int stride, RandomGenerator random) {
        return ConvTranspose2d.of(in, out, size, stride, random);
    }

    /// Images made larger by repeating pixels.
    public static Upsample upsample(int scale) {
        return Upsample.nearest(scale);
    }

    /// Images made larger by blending pixels.
    public static Upsample bilinearUpsample(int scale) {
        return Upsample.bilinear(scale);
    }

    /// Images with a border of so many zeros on each side.
    public static ZeroPad2d zeroPad2d(int border) {
        return new ZeroPad2d(border, border, border, border);
    }

    /// The mean of each map.
    public static GlobalAveragePool globalAveragePool() {
        return new GlobalAveragePool();
    }

    /// The largest number of each map.
    public static GlobalMaxPool globalMaxPool() {
        return new GlobalMaxPool();
    }

    /// Numbers dropped with a probability, in training only.
    public static Dropout dropout(double rate, RandomGenerator random) {
        return Dropout.of(rate, random);
    }

    /// Noise of so much deviation added, in training only.
    public static GaussianNoise gaussianNoise(double deviation, RandomGenerator random) {
        return new GaussianNoise(deviation, random);
    }

    /// A learned vector for each of so many things.
    public static Embedding embedding(int count, int size, RandomGenerator random) {
        return Embedding.of(count, size, random);
    }

    /// What layers add to their input.
    public static Residual residual(Layer... inner) {
        return Residual.of(inner);
    }

    /// What layers put behind their input, along the channels.
    public static DenseConnection denseConnection(Layer... inner) {
        return new DenseConnection(new Sequential(List.of(inner)));
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

    /// A recurrent network that feeds its hidden state back (Elman), with starting weights drawn from
    /// `random`.
    public static Rnn rnn(int in, int hidden, RandomGenerator random) {
        return Rnn.of(in, hidden, random);
    }

    /// A recurrent network that feeds its output back (Jordan), with starting weights drawn from `random`.
    public static Jordan jordan(int in, int hidden, int out, RandomGenerator random) {
        return Jordan.of(in, hidden, out, random);
    }

    /// A gated recurrent unit with starting weights drawn from `random`.
    public static Gru gru(int in, int hidden, RandomGenerator random) {
        return Gru.of(in, hidden, random);
    }

    /// An LSTM with other gates or peepholes, with starting weights drawn from `random`.
    public static LstmVariant lstm(LstmForm form, int in, int hidden, RandomGenerator random) {
        return LstmVariant.of(form, in, hidden, random);
    }

    /// A variant of the LSTM by its abbreviation: V, NIG, NFG, NOG, NIAF, NOAF, CIFG, NP or FGR.
    public static LstmForm lstmForm(String name) {
        return LstmForm.of(name);
    }

    /// The time steps that sequences of different lengths have, of `time` at most.
    public static Mask mask(int time, int... lengths) {
        return Mask.ofLengths(time, lengths);
    }

    /// Recurrent layers on each other, the lowest first.
    public static Stacked stacked(Recurrent... layers) {
        return new Stacked(List.of(layers));
    }

    /// Two recurrent layers side by side, of which the second reads from the end.
    public static Bidirectional bidirectional(Recurrent forward, Recurrent backward) {
        return new Bidirectional(forward, backward);
    }

    /// A recurrent layer whose gradients go back at most so many time steps.
    public static Truncated truncated(Recurrent layer, int steps) {
        return new Truncated(layer, steps);
    }

    /// An LSTM that predicts the next character, with starting weights drawn from `random`.
    public static CharRnn charRnn(int characters, int hidden, RandomGenerator random) {
        return CharRnn.of(characters, hidden, random);
    }

    /// Backpropagation through time by one term for each time step, of a cell that reads x (time, batch, in).
    public static TermByTerm termByTerm(Cell cell, Var x) {
        return TermByTerm.of(cell, x);
    }

    /// How the last hidden state of a cell depends on each earlier one, for one sequence x (time, 1, in).
    public static Jacobians jacobians(Cell cell, Tensor x) {
        return Jacobians.of(cell, x);
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
    public static Tensor paddingMask(int keys, int... lengths) {
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

    /// From one sequence of tokens to another, with Luong's attention; starting weights drawn from `random`.
    public static EncoderDecoder encoderDecoder(
            int sourceTime, int sourceTokens, int targetTokens, int hidden, RandomGenerator random) {
        return EncoderDecoder.of(sourceTime, sourceTokens, targetTokens, hidden, random);
    }

    /// LeNet-5 for digits of 28 × 28.
    public static Sequential leNet(int classes, RandomGenerator random) {
        return LeNet.of(classes, random);
    }

    /// A VGG network of blocks whose widths double.
    public static Sequential vgg(int in, int width, int blocks, int classes, RandomGenerator random) {
        return Vgg.of(in, width, blocks, classes, random);
    }

    /// A residual network of stages whose widths double.
    public static Sequential resNet(int in, int width, int stages, int blocks, int classes, RandomGenerator random) {
        return ResNet.of(in, width, stages, blocks, classes, random);
    }

    /// A densely connected network.
    public static Sequential denseNet(int in, int growth, int blocks, int layers, int classes, RandomGenerator random) {
        return DenseNet.of(in, growth, blocks, layers, classes, random);
    }

    /// A U-Net, from images to images.
    public static Sequential uNet(int in, int out, int width, int levels, RandomGenerator random) {
        return UNet.of(in, out, width, levels, random);
    }

    /// A network that gives back its input by way of a code.
    public static Autoencoder autoencoder(Layer encoder, Layer decoder) {
        return new Autoencoder(encoder, decoder);
    }

    /// An autoencoder whose decoder has the encoder's weights.
    public static TiedAutoencoder tiedAutoencoder(int features, int code, RandomGenerator random) {
        return TiedAutoencoder.of(features, code, random);
    }

    /// An autoencoder whose codes are drawn, and that draws new examples.
    public static VariationalAutoencoder variationalAutoencoder(
            int features, int hidden, int code, RandomGenerator random) {
        return VariationalAutoencoder.of(features, hidden, code, random);
    }

    /// A convolution along time that sees nothing later.
    public static CausalConv1d causalConv1d(int in, int out, int length, int dilation, RandomGenerator random) {
        return CausalConv1d.of(in, out, length, dilation, random);
    }

    /// A model that draws black and white images pixel by pixel.
    public static PixelCnn pixelCnn(int width, int depth, RandomGenerator random) {
        return PixelCnn.of(width, depth, random);
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

    /// Binary cross-entropy from logits, for targets -1 and 1.
    public static LogisticLoss logisticLoss() {
        return new LogisticLoss();
    }

    /// Stochastic gradient descent.
    public static Sgd sgd(double learningRate) {
        return new Sgd(learningRate, 0);
    }

    /// Stochastic gradient descent with momentum.
    public static Sgd sgd(double learningRate, double momentum) {
        return new Sgd(learningRate, momentum);
    }

    /// Gradient descent with Nesterov's momentum, which looks ahead.
    public static Nesterov nesterov(double learningRate, double momentum) {
        return new Nesterov(learningRate, momentum);
    }

    /// RMSProp, the plain form.
    public static RmsProp rmsProp(double learningRate) {
        return RmsProp.of(learningRate);
    }

    /// Adagrad, whose steps shrink.
    public static Adagrad adagrad(double learningRate) {
        return Adagrad.of(learningRate);
    }

    /// Adadelta, which needs no learning rate.
    public static Adadelta adadelta() {
        return Adadelta.of();
    }

    /// Adam with the settings that its paper recommends.
    public static Adam adam(double learningRate) {
        return Adam.of(learningRate);
    }

    /// Adam with weight decay apart from the gradient.
    public static AdamW adamW(double learningRate, double weightDecay) {
        return new AdamW(Adam.of(learningRate), weightDecay);
    }

    /// Adam with a divisor that never shrinks.
    public static AmsGrad amsGrad(double learningRate) {
        return AmsGrad.of(learningRate);
    }

    /// Adam with the largest recent gradient as divisor.
    public static Adamax adamax(double learningRate) {
        return Adamax.of(learningRate);
    }

    /// Adam with Nesterov's momentum.
    public static NAdam nAdam(double learningRate) {
        return NAdam.of(learningRate);
    }

    /// Steps by the signs of the gradients of whole batches.
    public static Rprop rprop(double firstStep) {
        return Rprop.of(firstStep);
    }

    /// Gradient descent whose weights become exactly 0 where they do little.
    public static ProximalL1 proximalL1(double learningRate, double strength) {
        return new ProximalL1(learningRate, strength);
    }

    /// The penalty λ Σ |x|.
    public static L1 l1(double strength) {
        return new L1(strength);
    }

    /// The penalty λ/2 Σ x², weight decay.
    public static L2 l2(double strength) {
        return new L2(strength);
    }

    /// A window into a network, to look at what passes there or to penalise it.
    public static Activity activity() {
        return new Activity();
    }

    /// A learning rate that is multiplied by a factor now and then.
    public static Schedule stepDecay(int every, double factor) {
        return Schedule.stepDecay(every, factor);
    }

    /// A learning rate that is multiplied by a factor each time.
    public static Schedule exponentialDecay(double factor) {
        return Schedule.exponentialDecay(factor);
    }

    /// A learning rate divided by 1 + decay · n.
    public static Schedule inverseDecay(double decay) {
        return Schedule.inverseDecay(decay);
    }

    /// A learning rate that falls to 0 in a line.
    public static Schedule linearDecay(int length) {
        return Schedule.linearDecay(length);
    }

    /// A learning rate that falls along half a cosine to the lowest.
    public static Schedule cosine(int length, double lowest) {
        return Schedule.cosine(length, lowest);
    }

    /// A learning rate that rises in a line, then stays.
    public static Schedule linearWarmUp(int length) {
        return Schedule.linearWarmUp(length);
    }

    /// A learning rate that rises, then falls to next to nothing.
    public static Schedule oneCycle(int length) {
        return Schedule.oneCycle(length);
    }

    /// A learning rate that falls when the loss falls no longer.
    public static Plateau plateau(double factor, int patience) {
        return new Plateau(factor, patience);
    }

    /// ‖g‖ over the gradients of all parameters.
    public static double gradientNorm(List<Var> parameters) {
        return GradientClipping.norm(parameters);
    }

    /// A training, to be set up further and run.
    public static Training train(Layer model, Examples examples) {
        return Training.of(model, examples);
    }

    /// A restricted Boltzmann machine with starting weights drawn from `random`.
    public static Rbm rbm(int visible, int hidden, RandomGenerator random) {
        return Rbm.of(visible, hidden, random);
    }

    /// A restricted Boltzmann machine whose visible units are any numbers, of unit variance.
    public static Rbm gaussianRbm(int visible, int hidden, RandomGenerator random) {
        return Rbm.of(visible, hidden, VisibleUnits.GAUSSIAN, random);
    }

    /// Learning of a restricted Boltzmann machine, to be set up further and run.
    ///
    /// @param examples (count, visible), 0…1
    public static ContrastiveDivergence contrastiveDivergence(Rbm machine, Tensor examples) {
        return ContrastiveDivergence.of(machine, examples);
    }

    /// Gibbs sampling of a restricted Boltzmann machine, both sides sampled.
    public static Gibbs gibbs(Rbm machine, RandomGenerator random) {
        return new Gibbs(machine, false, UniformNumbers.from(random));
    }

    /// The exact likelihood of a small restricted Boltzmann machine.
    public static ExactLikelihood exactLikelihood(Rbm machine) {
        return ExactLikelihood.of(machine);
    }

    /// Restricted Boltzmann machines one on top of the other, with the given numbers of units from the data
    /// up.
    public static DeepBeliefNetwork deepBeliefNetwork(RandomGenerator random, int... units) {
        return DeepBeliefNetwork.of(random, units);
    }

    /// A Hopfield network that stores patterns of ±1 by Hebb's rule.
    public static Hopfield hopfield(Tensor patterns) {
        return Hopfield.hebb(patterns);
    }

    /// A Hopfield network that stores patterns of ±1 by the pseudo-inverse: each is a fixed point.
    public static Hopfield pseudoInverseHopfield(Tensor patterns) {
        return Hopfield.pseudoInverse(patterns);
    }

    /// In how many ways a plane through the origin divides points in general position into two classes.
    public static BigInteger coverCount(int points, int dimensions) {
        return Cover.count(points, dimensions);
    }

    /// The share of [#coverCount] in all ways to divide the points.
    public static double coverProbability(int points, int dimensions) {
        return Cover.probability(points, dimensions);
    }

    /// A perceptron that has learned by its rule, with targets of ±1.
    public static Perceptron perceptron(Tensor x, Tensor target, double learningRate, int mostEpochs) {
        return Perceptron.learn(x, target, learningRate, mostEpochs);
    }

    /// A plane that divides two classes, with targets of ±1, if there is one.
    public static Optional<Perceptron> linearSeparation(Tensor x, Tensor target) {
        return LinearSeparation.of(x, target);
    }

    /// (x·y + constant)^degree.
    public static PolynomialKernel polynomialKernel(int degree, double constant) {
        return new PolynomialKernel(degree, constant);
    }

    /// e^(−‖x − y‖² / 2 width²).
    public static GaussianKernel gaussianKernel(double width) {
        return new GaussianKernel(width);
    }

    /// Linear regression in closed form, with the penalty ridge · ‖w‖².
    public static LeastSquares leastSquares(Tensor features, Tensor target, double ridge) {
        return LeastSquares.of(features, target, ridge);
    }

    /// A polynomial in closed form, with the penalty ridge · ‖w‖².
    public static PolynomialRegression polynomialRegression(Tensor x, Tensor target, int degree, double ridge) {
        return PolynomialRegression.fit(x, target, degree, ridge);
    }

    /// What the mean squared error is made of.
    ///
    /// @param predictions (sets, points)
    /// @param truth (points)
    public static BiasVariance biasVariance(Tensor predictions, Tensor truth) {
        return BiasVariance.of(predictions, truth);
    }

    /// The directions of the largest variance.
    public static PrincipalComponents principalComponents(Tensor x) {
        return PrincipalComponents.of(x);
    }

    /// How to bring each feature to mean 0 and deviation 1.
    public static Standardization standardization(Tensor x) {
        return Standardization.of(x);
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

    /// The gradient of the loss with respect to the inputs.
    public static InputGradient inputGradient(Layer model, Loss loss, Examples examples) {
        return InputGradient.of(model, loss, examples);
    }

    /// Which pixels the logits of the given classes hang on.
    public static Tensor saliency(Layer model, Tensor inputs, int... labels) {
        return Saliency.ofClass(model, inputs, labels);
    }

    /// Which pixels the loss hangs on.
    public static Tensor saliency(Layer model, Loss loss, Examples examples) {
        return Saliency.ofLoss(model, loss, examples);
    }

    /// How much each input feature matters to the outputs.
    public static Sensitivity sensitivity(Layer model, Tensor inputs) {
        return Sensitivity.ofOutputs(model, inputs);
    }

    /// How much each input feature matters to the loss.
    public static Sensitivity sensitivity(Layer model, Loss loss, Examples examples) {
        return Sensitivity.ofLoss(model, loss, examples);
    }

    /// Inputs 0…1 moved by at most epsilon so that a classifier's cross-entropy rises.
    public static Tensor fgsm(Layer model, Examples examples, double epsilon) {
        return Fgsm.of(epsilon).attack(model, crossEntropy(), examples).inputs();
    }

    /// The fast gradient sign method, to be set up further and used.
    public static Fgsm fgsm(double epsilon) {
        return Fgsm.of(epsilon);
    }

    /// The fast gradient sign method in several steps, to be set up further and used.
    public static Fgsm fgsm(double epsilon, double stepSize, int steps) {
        return Fgsm.iterative(epsilon, stepSize, steps);
    }

    /// The attack by the smallest change that alters the class.
    public static DeepFool deepFool() {
        return DeepFool.of();
    }

    /// The same with other settings.
    public static DeepFool deepFool(double overshoot, int maxIterations) {
        return new DeepFool(overshoot, maxIterations);
    }

    /// A tokeniser by rules: words in lower case, numbers, punctuation, contractions in two.
    public static WordTokenizer wordTokenizer() {
        return new WordTokenizer(true);
    }

    /// A tokeniser for counting: words without stop words, punctuation and the suffix of the plural.
    public static TermTokenizer termTokenizer() {
        return TermTokenizer.english();
    }

    /// A tokeniser learned from a text: so many times the most frequent pair becomes one token.
    public static BytePairEncoding bytePairEncoding(String text, int merges) {
        return BytePairEncoding.learn(text, merges);
    }

    /// The tokens of a text that occur often enough, and their ids.
    public static Vocabulary vocabulary(List<String> text, int minimalCount) {
        return Vocabulary.of(text, minimalCount);
    }

    /// The counts of the terms of each document, (documents, vocabulary).
    public static Tensor bagOfWords(List<int[]> documents, int vocabularySize) {
        return TermWeights.bagOfWords(documents, vocabularySize);
    }

    /// The weights of terms that follow from a collection of documents: TF-IDF.
    public static TermWeights tfidf(List<int[]> documents, int vocabularySize) {
        return TermWeights.of(documents, vocabularySize);
    }

    /// The document-word matrix as the nearest product of two matrices of rank k.
    public static Factorization factorization(Tensor matrix, int rank) {
        return Factorization.of(matrix, rank);
    }

    /// A model of language that looks back n − 1 tokens, with k added to each count.
    public static NgramModel ngramModel(int n, double k, int vocabularySize, List<int[]> sequences) {
        return NgramModel.of(n, k, vocabularySize, sequences);
    }

    /// Learning of word vectors, to be set up further and run.
    public static Word2vecTraining word2vec(List<int[]> sentences, int vocabularySize) {
        return Word2vecTraining.of(sentences, vocabularySize);
    }

    /// What word2vec makes of how often each word occurs.
    public static WordFrequencies wordFrequencies(int... counts) {
        return new WordFrequencies(counts);
    }

    /// Vectors that are asked by the words themselves.
    public static WordVectors wordVectors(Vocabulary vocabulary, Embeddings embeddings) {
        return new WordVectors(vocabulary, embeddings);
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

    /// Has the JVM compile the library's loops in the background, so that the first training is as fast as
    /// the next.
    /// Returns at once; only the first call starts anything.
    public static WarmUp warmUp() {
        return WarmUp.start();
    }

    /// What the library computes with: the inner loops chosen on this machine, and the threads.
    public static String backend() {
        return Ops.best() + ", " + Workers.threads() + (Workers.threads() == 1 ? " thread" : " threads");
    }
}
