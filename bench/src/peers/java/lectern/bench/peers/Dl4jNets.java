package lectern.bench.peers;

import lectern.bench.compare.Numbers;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/// What both kinds of DL4J's rows need: networks, and weights in its order.
final class Dl4jNets {

    private Dl4jNets() {}

    static MultiLayerNetwork network(IUpdater updater, InputType input, Layer... layers) {
        var list = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(updater)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        var network = new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }

    /// Into the parameter itself: layers made of SameDiff ignore `setParam`.
    static void set(MultiLayerNetwork network, String name, float[] numbers, long... shape) {
        INDArray parameter = network.getParam(name);
        parameter.assign(Nd4j.create(numbers, shape, 'c').reshape(parameter.shape()));
    }

    /// A weight (out, in) as DL4J has it, (in, out).
    static void setTransposed(MultiLayerNetwork network, String name, float[] weight, int out, int in) {
        set(network, name, Numbers.transposed(weight, out, in), in, out);
    }

    /// The weight of LSTM gates, (4 hidden, in) in the order input, forget, cell, output, as DL4J has it:
    /// (in, 4 hidden) in the order cell, forget, output, input.
    static void setGates(MultiLayerNetwork network, String name, float[] weight, int hidden, int in) {
        setTransposed(network, name, reordered(weight, hidden * in), 4 * hidden, in);
    }

    /// The gates' biases, reordered.
    static void setGateBias(MultiLayerNetwork network, String name, float[] bias, int hidden) {
        set(network, name, reordered(bias, hidden), 1, 4L * hidden);
    }

    private static float[] reordered(float[] gates, int size) {
        float[] result = new float[gates.length];
        int[] from = {2, 1, 3, 0};
        for (int i = 0; i < 4; i++) {
            System.arraycopy(gates, from[i] * size, result, i * size, size);
        }
        return result;
    }
}
