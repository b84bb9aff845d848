package lectern.bench.peers;

import java.util.List;
import lectern.bench.compare.Attention;
import lectern.bench.compare.BatchNorm;
import lectern.bench.compare.Convolution;
import lectern.bench.compare.Lstm;
import lectern.bench.compare.Numbers;
import lectern.bench.compare.Task;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/// A network of a single layer, forward, and backward from a gradient that is given.
///
/// Only y is compared, and dx: DL4J keeps the gradients of parameters in an order of its own.
final class Dl4jBackward implements Task {

    private static final int[] IMAGES = {0, 1, 2, 3};

    private final MultiLayerNetwork network;
    private final INDArray x;
    private final INDArray dy;
    /// DL4J's dimensions in the order of what is compared.
    private final int[] order;
    private boolean gradientCompared = true;
    private INDArray y;
    private INDArray dx;

    private Dl4jBackward(MultiLayerNetwork network, INDArray x, INDArray dy, int... order) {
        this.network = network;
        this.x = x;
        this.dy = dy;
        this.order = order;
        y = x;
        dx = x;
    }

    static Dl4jBackward of(Convolution work) {
        int size = work.size();
        int filter = work.filter();
        var network = Dl4jNets.network(
                new NoOp(),
                InputType.convolutional(size, size, work.in()),
                new ConvolutionLayer.Builder(filter, filter)
                        .nIn(work.in())
                        .nOut(work.out())
                        .activation(Activation.IDENTITY)
                        .build());
        Dl4jNets.set(network, "0_W", work.weight(), work.out(), work.in(), filter, filter);
        Dl4jNets.set(network, "0_b", work.bias(), 1, work.out());
        return new Dl4jBackward(
                network,
                Nd4j.create(work.x(), new long[] {work.batch(), work.in(), size, size}, 'c'),
                Nd4j.create(work.dy(), new long[] {work.batch(), work.out(), work.outSize(), work.outSize()}, 'c'),
                IMAGES);
    }

    static Dl4jBackward of(Lstm work) {
        var network = Dl4jNets.network(
                new NoOp(),
                InputType.recurrent(work.in()),
                new LSTM.Builder().nIn(work.in()).nOut(work.hidden()).activation(Activation.TANH).build());
        Dl4jNets.setGates(network, "0_W", work.inputWeight(), work.hidden(), work.in());
        Dl4jNets.setGates(network, "0_RW", work.hiddenWeight(), work.hidden(), work.hidden());
        Dl4jNets.setGateBias(network, "0_b", work.bias(), work.hidden());
        return new Dl4jBackward(
                network,
                sequences(work.x(), work.steps(), work.batch(), work.in()),
                sequences(work.dy(), work.steps(), work.batch(), work.hidden()),
                2,
                0,
                1);
    }

    /// (batch, features, steps) of (steps, batch, features).
    static INDArray sequences(float[] numbers, int steps, int batch, int features) {
        return Nd4j.create(numbers, new long[] {steps, batch, features}, 'c')
                .permute(1, 2, 0)
                .dup('f');
    }

    /// (batch, features, steps) of (batch, steps, features).
    private static INDArray batches(float[] numbers, int batch, int steps, int features) {
        return Nd4j.create(numbers, new long[] {batch, steps, features}, 'c')
                .permute(0, 2, 1)
                .dup('f');
    }

    static Dl4jBackward of(BatchNorm work) {
        int size = work.size();
        long[] shape = {work.batch(), work.channels(), size, size};
        var network = Dl4jNets.network(
                new NoOp(),
                InputType.convolutional(size, size, work.channels()),
                new BatchNormalization.Builder().eps(BatchNorm.EPSILON).build());
        Dl4jNets.set(network, "0_gamma", work.gamma(), 1, work.channels());
        Dl4jNets.set(network, "0_beta", work.beta(), 1, work.channels());
        return new Dl4jBackward(
                network, Nd4j.create(work.x(), shape, 'c'), Nd4j.create(work.dy(), shape, 'c'), IMAGES);
    }

    /// DL4J's dx comes out exactly twice too large for this layer, so only y is compared.
    static Dl4jBackward of(Attention work) {
        int model = work.model();
        int width = model / work.heads();
        var network = Dl4jNets.network(
                new NoOp(),
                InputType.recurrent(model),
                new SelfAttentionLayer.Builder()
                        .nIn(model)
                        .nOut(model)
                        .nHeads(work.heads())
                        .headSize(width)
                        .projectInput(true)
                        .build());
        List<String> names = List.of("0_Wq", "0_Wk", "0_Wv");
        for (int i = 0; i < 3; i++) {
            Dl4jNets.set(network, names.get(i), work.weight(i), work.heads(), width, model);
        }
        Dl4jNets.set(network, "0_Wo", Numbers.transposed(work.weight(3), model, model), model, model);
        var task = new Dl4jBackward(
                network,
                batches(work.x(), work.batch(), work.steps(), model),
                batches(work.dy(), work.batch(), work.steps(), model),
                0,
                2,
                1);
        task.gradientCompared = false;
        return task;
    }

    @Override
    public void run() {
        network.setInput(x);
        List<INDArray> activations = network.feedForward(true, false);
        y = activations.getLast();
        Pair<Gradient, INDArray> gradients = network.backpropGradient(dy, LayerWorkspaceMgr.noWorkspaces());
        dx = gradients.getSecond();
    }

    @Override
    public float[][] results() {
        return new float[][] {numbers(y), gradientCompared ? numbers(dx) : new float[0]};
    }

    private float[] numbers(INDArray array) {
        INDArray ordered = array.permute(order);
        return ordered.dup('c').data().asFloat();
    }
}
