package lectern.bench.compare;

import java.util.List;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A training step of ours on one batch, as [lectern.nn.train.Training] takes it.
final class OurTraining implements Task {

    private static final int LOSSES = 3;

    private final Layer model;
    private final Var x;
    private final Var targets;
    private final Loss loss = NN.crossEntropy();
    private final List<Var> parameters;
    private final Optimizer.Steps steps;
    private final Arena arena = new Arena();
    private float value;

    private OurTraining(Network work, Layer model, Shape shape) {
        this.model = model;
        var inputs = Tensor.of(shape, work.x());
        x = Var.constant(inputs);
        targets = Var.constant(
                Examples.labelled(Tensor.zeros(work.batch(), 1), work.labels()).targets());
        parameters = model.parameters();
        setWeights(work);
        var optimizer = switch (work.rule()) {
            case SGD -> NN.sgd(work.learningRate());
            case ADAM -> NN.adam(work.learningRate());
        };
        steps = optimizer.over(parameters);
    }

    /// The step, or null where the library cannot do it yet.
    static @Nullable OurTraining of(Network work) {
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
            case LENET -> null;
            case LSTM ->
                new OurTraining(
                        work,
                        NN.sequential(
                                NN.lstm(64, 128, random), NN.lastTimeStep(), NN.dense(128, Network.CLASSES, random)),
                        Shape.of(50, work.batch(), 64));
        };
    }

    /// The weights that everyone begins with: biases zero, weights in the order of the layers.
    private void setWeights(Network work) {
        int layer = 0;
        for (Var parameter : parameters) {
            float[] numbers = parameter.borrow().array();
            int out = parameter.shape().size(0);
            float[] start = out == 1 ? new float[numbers.length] : work.weight(layer++, out, numbers.length / out);
            System.arraycopy(start, 0, numbers, 0, numbers.length);
        }
    }

    @Override
    public void run() {
        arena.enter();
        try {
            parameters.forEach(Var::clearGradient);
            Var batchLoss = loss.apply(model.apply(x), targets);
            batchLoss.backward();
            value = batchLoss.borrow().item();
            steps.step();
        } finally {
            arena.leave();
        }
    }

    @Override
    public float[][] results() {
        float[] losses = new float[LOSSES];
        for (int i = 0; i < LOSSES; i++) {
            losses[i] = value;
            run();
        }
        return new float[][] {losses};
    }
}
