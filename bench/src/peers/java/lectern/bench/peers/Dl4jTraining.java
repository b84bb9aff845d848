package lectern.bench.peers;

import lectern.bench.compare.Network;
import lectern.bench.compare.Numbers;
import lectern.bench.compare.Task;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// `MultiLayerNetwork.fit` on one batch.
final class Dl4jTraining implements Task {

    private static final int LOSSES = 3;

    private final MultiLayerNetwork network;
    private final INDArray x;
    private final INDArray labels;
    private int weights;

    Dl4jTraining(Network work) {
        IUpdater updater = work.rule() == Network.Rule.SGD ? new Sgd(work.learningRate()) : new Adam(work.learningRate());
        labels = Nd4j.create(
                Numbers.oneHot(work.labels(), Network.CLASSES), new long[] {work.batch(), Network.CLASSES}, 'c');
        network = switch (work.kind()) {
            case MLP -> Dl4jNets.network(
                    updater, InputType.feedForward(784), dense(784, 256), dense(256, 128), output(128));
            case LENET -> Dl4jNets.network(
                    updater,
                    InputType.convolutional(28, 28, 1),
                    convolution(1, 6),
                    pooling(),
                    convolution(6, 16),
                    pooling(),
                    dense(256, 120),
                    dense(120, 84),
                    output(84));
            case LSTM -> Dl4jNets.network(
                    updater,
                    InputType.recurrent(64),
                    new LastTimeStep(new LSTM.Builder().nIn(64).nOut(128).activation(Activation.TANH).build()),
                    output(128));
        };
        switch (work.kind()) {
            case MLP -> {
                x = Nd4j.create(work.x(), new long[] {work.batch(), 784}, 'c');
                setDense(work, 0, 256, 784);
                setDense(work, 1, 128, 256);
                setDense(work, 2, 10, 128);
            }
            case LENET -> {
                x = Nd4j.create(work.x(), new long[] {work.batch(), 1, 28, 28}, 'c');
                Dl4jNets.set(network, "0_W", work.weight(weights++, 6, 25), 6, 1, 5, 5);
                Dl4jNets.set(network, "2_W", work.weight(weights++, 16, 150), 16, 6, 5, 5);
                setDense(work, 4, 120, 256);
                setDense(work, 5, 84, 120);
                setDense(work, 6, 10, 84);
            }
            case LSTM -> {
                x = Dl4jBackward.sequences(work.x(), 50, work.batch(), 64);
                Dl4jNets.setGates(network, "0_W", work.weight(weights++, 512, 64), 128, 64);
                Dl4jNets.setGates(network, "0_RW", work.weight(weights++, 512, 128), 128, 128);
                Dl4jNets.setGateBias(network, "0_b", new float[512], 128);
                setDense(work, 1, 10, 128);
            }
            default -> throw new IllegalArgumentException(work.name());
        }
    }

    private void setDense(Network work, int layer, int out, int in) {
        Dl4jNets.setTransposed(network, layer + "_W", work.weight(weights++, out, in), out, in);
    }

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .activation(Activation.RELU)
                .build();
    }

    private static OutputLayer output(int in) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(in)
                .nOut(Network.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static ConvolutionLayer convolution(int in, int out) {
        return new ConvolutionLayer.Builder(5, 5)
                .nIn(in)
                .nOut(out)
                .activation(Activation.RELU)
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    @Override
    public void run() {
        network.fit(x, labels);
    }

    @Override
    public float[][] results() {
        float[] losses = new float[LOSSES];
        for (int i = 0; i < LOSSES; i++) {
            losses[i] = (float) network.score();
            run();
        }
        return new float[][] {losses};
    }
}
