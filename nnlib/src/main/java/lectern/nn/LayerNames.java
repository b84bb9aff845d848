package lectern.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.attention.AdditiveAttention;
import lectern.nn.attention.Attention;
import lectern.nn.attention.DecoderBlock;
import lectern.nn.attention.DotAttention;
import lectern.nn.attention.EncoderBlock;
import lectern.nn.attention.LuongAttention;
import lectern.nn.attention.MultiHeadAttention;
import lectern.nn.attention.PositionalEncoding;
import lectern.nn.autograd.Var;
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
import lectern.nn.tensor.Initializer;
import lectern.nn.tensor.NormalWeights;
import lectern.nn.tensor.OrthogonalWeights;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.Tensor;
import lectern.nn.tensor.UniformWeights;

/// What networks are made of: layers, activations, initialisers, blocks, whole networks.
abstract class LayerNames {

    LayerNames() {}

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

    /// A convolutional layer of filters of one pixel: sums over the channels, pixel by pixel.
    public static Conv2d pointwiseConv2d(int in, int out, RandomGenerator random) {
        return Conv2d.of(in, out, 1, random);
    }

    /// A convolutional layer whose channels and filters fall into groups, each seeing only its own.
    public static Conv2d groupedConv2d(int in, int out, int size, int groups, RandomGenerator random) {
        return Conv2d.of(in, out, size, groups, glorotUniform(), random);
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

    /// A window into a network, to look at what passes there or to penalise it.
    public static Activity activity() {
        return new Activity();
    }
}
