package lectern.bench.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import java.util.List;
import lectern.bench.compare.ColdStart;
import lectern.bench.compare.Numbers;

/// The first epoch of a new process, in DJL's operations. The batches are slices, not shuffled.
final class DjlColdStart {

    private final ColdStart work;
    private final NDArray x;
    private final NDArray labels;
    private final List<NDArray> parameters;

    private DjlColdStart(ColdStart work, NDManager manager) {
        this.work = work;
        x = manager.create(work.pixels(), new Shape(work.images(), ColdStart.PIXELS));
        labels = manager.create(work.labels()).toType(DataType.INT64, false).reshape(work.images(), 1);
        parameters = List.of(
                weight(manager, ColdStart.HIDDEN, ColdStart.PIXELS),
                manager.zeros(new Shape(ColdStart.HIDDEN)),
                weight(manager, ColdStart.CLASSES, ColdStart.HIDDEN),
                manager.zeros(new Shape(ColdStart.CLASSES)));
        parameters.forEach(parameter -> parameter.setRequiresGradient(true));
    }

    /// @return the mean loss
    static double run(ColdStart work) {
        try (NDManager manager = NDManager.newBaseManager()) {
            var training = new DjlColdStart(work, manager);
            double total = 0;
            for (int start = 0; start < work.images(); start += work.batch()) {
                int end = Math.min(start + work.batch(), work.images());
                try (NDManager call = manager.newSubManager()) {
                    total += (end - start) * training.step(call, new NDIndex(start + ":" + end));
                }
            }
            return total / work.images();
        }
    }

    private double step(NDManager call, NDIndex batch) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray hidden = Activation.relu(linear(x.get(call, batch), 0));
            NDArray loss = linear(hidden, 2)
                    .logSoftmax(1)
                    .gather(labels.get(call, batch), 1)
                    .mean()
                    .neg();
            collector.backward(loss);
            for (NDArray parameter : parameters) {
                var gradient = new NDList(parameter, parameter.getGradient());
                parameter
                        .getNDArrayInternal()
                        .sgdUpdate(gradient, new NDList(parameter), work.learningRate(), 0, 1, -1, 0, true);
            }
            return loss.getFloat();
        }
    }

    private NDArray linear(NDArray input, int at) {
        return Linear.linear(input, parameters.get(at), parameters.get(at + 1)).singletonOrThrow();
    }

    private static NDArray weight(NDManager manager, int out, int in) {
        return manager.create(Numbers.uniform(out * in, 1 / Math.sqrt(in), 1), new Shape(out, in));
    }
}
