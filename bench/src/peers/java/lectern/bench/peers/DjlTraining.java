package lectern.bench.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import lectern.bench.compare.Network;
import lectern.bench.compare.Task;

/// Training steps in DJL's operations, with its gradient collector and PyTorch's fused updates.
///
/// Blocks and `Trainer` put the same operations together with more objects for each call.
final class DjlTraining implements Task {

    private static final int LOSSES = 3;

    /// Below 0; 0 would cut one sign of the gradient off.
    private static final float NO_CLIPPING = -1;

    private final Network work;
    private final NDManager manager = NDManager.newBaseManager();
    private final List<NDArray> parameters = new ArrayList<>();
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private final NDList state = new NDList();
    private final NDArray x;
    private final NDArray labels;
    /// PyTorch's LSTM adds two biases; one of them is left at zero.
    private final NDArray secondBias = manager.zeros(new Shape(512));

    private int step;
    private int layers;
    private double loss;

    DjlTraining(Network work) {
        this.work = work;
        x = manager.create(work.x(), switch (work.kind()) {
            case MLP -> new Shape(work.batch(), 784);
            case LENET -> new Shape(work.batch(), 1, 28, 28);
            case LSTM -> new Shape(50, work.batch(), 64);
        });
        long[] classes = new long[work.batch()];
        int[] given = work.labels();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = given[i];
        }
        labels = manager.create(classes).reshape(work.batch(), 1);
        switch (work.kind()) {
            case MLP -> {
                layer(256, 784);
                layer(128, 256);
                layer(10, 128);
            }
            case LENET -> {
                layer(new Shape(6, 1, 5, 5));
                layer(new Shape(16, 6, 5, 5));
                layer(120, 256);
                layer(84, 120);
                layer(10, 84);
            }
            case LSTM -> {
                parameter(work.weight(layers++, 512, 64), new Shape(512, 64));
                layer(512, 128);
                layer(10, 128);
                state.add(manager.zeros(new Shape(1, work.batch(), 128)));
                state.add(manager.zeros(new Shape(1, work.batch(), 128)));
            }
        }
    }

    private void layer(int out, int in) {
        layer(new Shape(out, in));
    }

    /// A weight and its bias.
    private void layer(Shape shape) {
        int out = (int) shape.get(0);
        parameter(work.weight(layers++, out, (int) (shape.size() / out)), shape);
        parameter(new float[out], new Shape(out));
    }

    private void parameter(float[] numbers, Shape shape) {
        NDArray parameter = manager.create(numbers, shape);
        parameter.setRequiresGradient(true);
        parameters.add(parameter);
        if (work.rule() == Network.Rule.ADAM) {
            means.add(manager.zeros(shape));
            squares.add(manager.zeros(shape));
        }
    }

    private NDArray dense(NDArray input, int at) {
        return Linear.linear(input, parameters.get(at), parameters.get(at + 1)).singletonOrThrow();
    }

    private NDArray convolution(NDArray input, int at) {
        NDArray y = Conv2d.conv2d(input, parameters.get(at), parameters.get(at + 1), new Shape(1, 1), new Shape(0, 0))
                .singletonOrThrow();
        return Pool.maxPool2d(Activation.relu(y), new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    }

    private NDArray logits() {
        return switch (work.kind()) {
            case MLP -> dense(Activation.relu(dense(Activation.relu(dense(x, 0)), 2)), 4);
            case LENET -> {
                NDArray flat = convolution(convolution(x, 0), 2).reshape(work.batch(), 256);
                yield dense(Activation.relu(dense(Activation.relu(dense(flat, 4)), 6)), 8);
            }
            case LSTM -> {
                var weights = new NDList(parameters.get(0), parameters.get(1), parameters.get(2), secondBias);
                NDArray y = x.getNDArrayInternal()
                        .lstm(x, state, weights, true, 1, 0, true, false, false)
                        .get(0);
                yield dense(y.get(new NDIndex("-1")), 3);
            }
        };
    }

    @Override
    public void run() {
        try (NDManager call = manager.newSubManager()) {
            x.attach(call);
            parameters.forEach(p -> p.attach(call));
            state.attach(call);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray l = logits().logSoftmax(1).gather(labels, 1).mean().neg();
                collector.backward(l);
                if (work.learningRate() > 1e-5f) {
                    loss = l.getFloat();
                }
                update();
            }
            x.attach(manager);
            parameters.forEach(p -> p.attach(manager));
            state.attach(manager);
        }
    }

    private void update() {
        step++;
        float rate = work.learningRate();
        for (int i = 0; i < parameters.size(); i++) {
            NDArray p = parameters.get(i);
            try (NDArray gradient = p.getGradient()) {
                if (work.rule() == Network.Rule.SGD) {
                    p.getNDArrayInternal()
                            .sgdUpdate(new NDList(p, gradient), new NDList(p), rate, 0, 1, NO_CLIPPING, 0, true);
                } else {
                    double corrected = rate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                    p.getNDArrayInternal()
                            .adamUpdate(
                                    new NDList(p, gradient, means.get(i), squares.get(i)),
                                    new NDList(p),
                                    rate,
                                    (float) corrected,
                                    0,
                                    1,
                                    NO_CLIPPING,
                                    0.9f,
                                    0.999f,
                                    1e-8f,
                                    true,
                                    false);
                }
            }
        }
    }

    @Override
    public float[][] results() {
        float[] losses = new float[LOSSES];
        for (int i = 0; i < LOSSES; i++) {
            losses[i] = (float) loss;
            run();
        }
        return new float[][] {losses};
    }

    @Override
    public void close() {
        manager.close();
    }
}
