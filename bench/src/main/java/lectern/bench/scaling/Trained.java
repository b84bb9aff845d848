package lectern.bench.scaling;

import lectern.bench.TrainingStep;
import lectern.nn.NN;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// A network and a batch for it.
///
/// @param step one step of its training
/// @param multiplyAdds that the products of a step take; the gradient of the inputs is not computed
record Trained(Runnable step, double multiplyAdds) {

    private static final int CLASSES = 10;

    /// So small that the network stays as it is.
    private static final double LEARNING_RATE = 1e-6;

    /// 784-`width`-`width`/2-10 with ReLU and plain descent.
    static Trained mlp(int batch, int width) {
        var random = NN.random(1);
        int half = Math.max(1, width / 2);
        var model = NN.sequential(
                NN.dense(784, width, random),
                NN.relu(),
                NN.dense(width, half, random),
                NN.relu(),
                NN.dense(half, CLASSES, random));
        var step = new TrainingStep(
                model,
                Tensor.uniform(Shape.of(batch, 784), 1, random),
                random.ints(batch, 0, CLASSES).toArray(),
                NN.sgd(LEARNING_RATE));
        double first = (double) batch * 784 * width;
        double others = (double) batch * (width * half + half * CLASSES);
        return new Trained(step::run, 2 * first + 3 * others);
    }

    /// An LSTM 64 to 128, and a dense layer on its last time step.
    static Trained lstm(int batch, int steps) {
        int in = 64;
        int hidden = 128;
        var random = NN.random(1);
        var model = NN.sequential(NN.lstm(in, hidden, random), NN.lastTimeStep(), NN.dense(hidden, CLASSES, random));
        var step = new TrainingStep(
                model,
                Tensor.uniform(Shape.of(steps, batch, in), 1, random),
                random.ints(batch, 0, CLASSES).toArray(),
                NN.sgd(LEARNING_RATE));
        double gates = (double) batch * steps * 4 * hidden;
        return new Trained(step::run, gates * (2 * in + 3 * hidden) + 3.0 * batch * hidden * CLASSES);
    }
}
