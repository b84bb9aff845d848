package lectern.bench.compare;

import java.util.List;
import lectern.bench.TrainingStep;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// A training step of ours, beginning with the weights that everyone begins with.
final class OurTraining implements Task {

    private static final int LOSSES = 3;

    private final TrainingStep step;
    private float loss;

    private OurTraining(Network work, Layer model, Shape shape) {
        setWeights(work, model.parameters());
        var optimizer = switch (work.rule()) {
            case SGD -> NN.sgd(work.learningRate());
            case ADAM -> NN.adam(work.learningRate());
        };
        step = new TrainingStep(model, Tensor.of(shape, work.x()), work.labels(), optimizer);
    }

    static OurTraining of(Network work) {
        var random = NN.random(1);
        return switch (work.kind()) {
            case MLP ->
                new OurTraining(
                        work,
                        NN.sequential(
                                NN.dense(784, 256, random),
                                NN.relu(),
                                NN.dense(256, 128, random),
                                NN.relu(),
                                NN.dense(128, Network.CLASSES, random)),
                        Shape.of(work.batch(), 784));
            case LENET ->
                new OurTraining(
                        work,
                        NN.sequential(
                                NN.conv2d(1, 6, 5, random),
                                NN.relu(),
                                NN.maxPool2d(2),
                                NN.conv2d(6, 16, 5, random),
                                NN.relu(),
                                NN.maxPool2d(2),
                                NN.flatten(),
                                NN.dense(256, 120, random),
                                NN.relu(),
                                NN.dense(120, 84, random),
                                NN.relu(),
                                NN.dense(84, Network.CLASSES, random)),
                        Shape.of(work.batch(), 1, 28, 28));
            case LSTM ->
                new OurTraining(
                        work,
                        NN.sequential(
                                NN.lstm(64, 128, random), NN.lastTimeStep(), NN.dense(128, Network.CLASSES, random)),
                        Shape.of(50, work.batch(), 64));
        };
    }

    /// The weights that everyone begins with: biases zero, weights in the order of the layers.
    private static void setWeights(Network work, List<Var> parameters) {
        int layer = 0;
        for (Var parameter : parameters) {
            float[] numbers = parameter.borrow().array();
            int out = parameter.shape().size(0);
            boolean bias = out == numbers.length || out == 1;
            float[] start = bias ? new float[numbers.length] : work.weight(layer++, out, numbers.length / out);
            System.arraycopy(start, 0, numbers, 0, numbers.length);
        }
    }

    @Override
    public void run() {
        loss = step.run();
    }

    @Override
    public float[][] results() {
        float[] losses = new float[LOSSES];
        for (int i = 0; i < LOSSES; i++) {
            losses[i] = loss;
            run();
        }
        return new float[][] {losses};
    }
}
