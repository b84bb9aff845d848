package lectern.bench.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.UnaryOperator;
import lectern.bench.compare.Attention;
import lectern.bench.compare.BatchNorm;
import lectern.bench.compare.Convolution;
import lectern.bench.compare.Lstm;
import lectern.bench.compare.Task;

/// y = f(x, parameters) and the gradients of all of them from dy.
///
/// The gradient is handed to PyTorch as it is, without a sum for a loss that the others do not compute.
final class DjlBackward implements Task {

    private final NDManager manager;
    private final NDList inputs;
    private final PtNDArray dy;
    private final UnaryOperator<NDList> function;
    private final int compared;
    private float[] y = {};
    private boolean keep = true;

    private DjlBackward(NDManager manager, NDArray dy, int compared, UnaryOperator<NDList> function, NDArray... inputs) {
        this.manager = manager;
        this.inputs = new NDList(inputs);
        this.dy = (PtNDArray) dy;
        this.function = function;
        this.compared = compared;
        for (NDArray input : inputs) {
            input.setRequiresGradient(true);
        }
    }

    static DjlBackward of(Convolution work) {
        var manager = NDManager.newBaseManager();
        int size = work.size();
        int side = work.outSize();
        return new DjlBackward(
                manager,
                manager.create(work.dy(), new Shape(work.batch(), work.out(), side, side)),
                4,
                x -> Conv2d.conv2d(x.get(0), x.get(1), x.get(2), new Shape(1, 1), new Shape(0, 0), new Shape(1, 1)),
                manager.create(work.x(), new Shape(work.batch(), work.in(), size, size)),
                manager.create(work.weight(), new Shape(work.out(), work.in(), work.filter(), work.filter())),
                manager.create(work.bias()));
    }

    static DjlBackward of(Lstm work) {
        var manager = NDManager.newBaseManager();
        int hidden = work.hidden();
        var state = new NDList(
                manager.zeros(new Shape(1, work.batch(), hidden)), manager.zeros(new Shape(1, work.batch(), hidden)));
        return new DjlBackward(
                manager,
                manager.create(work.dy(), new Shape(work.steps(), work.batch(), hidden)),
                5,
                x -> x.get(0)
                        .getNDArrayInternal()
                        .lstm(x.get(0), state, x.subNDList(1), true, 1, 0, true, false, false),
                manager.create(work.x(), new Shape(work.steps(), work.batch(), work.in())),
                manager.create(work.inputWeight(), new Shape(4L * hidden, work.in())),
                manager.create(work.hiddenWeight(), new Shape(4L * hidden, hidden)),
                manager.create(work.bias()),
                manager.zeros(new Shape(4L * hidden)));
    }

    static DjlBackward of(BatchNorm work) {
        var manager = NDManager.newBaseManager();
        var shape = new Shape(work.batch(), work.channels(), work.size(), work.size());
        var mean = manager.zeros(new Shape(work.channels()));
        var variance = manager.ones(new Shape(work.channels()));
        return new DjlBackward(
                manager,
                manager.create(work.dy(), shape),
                4,
                x -> x.get(0)
                        .getNDArrayInternal()
                        .batchNorm(
                                x.get(0), mean, variance, x.get(1), x.get(2), 1, 0.9f, BatchNorm.EPSILON, true),
                manager.create(work.x(), shape),
                manager.create(work.gamma()),
                manager.create(work.beta()));
    }

    /// Queries, keys and values by one product, as PyTorch's own layer has it.
    static DjlBackward of(Attention work) {
        var manager = NDManager.newBaseManager();
        int model = work.model();
        var shape = new Shape(work.batch(), work.steps(), model);
        return new DjlBackward(
                manager,
                manager.create(work.dy(), shape),
                6,
                x -> attention(x, work),
                manager.create(work.x(), shape),
                manager.create(work.inputWeight(), new Shape(3L * model, model)),
                manager.zeros(new Shape(3L * model)),
                manager.create(work.weight(3), new Shape(model, model)),
                manager.zeros(new Shape(model)));
    }

    /// softmax(Q Kᵀ / √d) V for each head, between the projections.
    private static NDList attention(NDList x, Attention work) {
        int width = work.model() / work.heads();
        NDArray projected = Linear.linear(x.get(0), x.get(1), x.get(2))
                .singletonOrThrow()
                .reshape(work.batch(), work.steps(), 3, work.heads(), width)
                .transpose(2, 0, 3, 1, 4);
        NDArray scores = projected
                .get(0)
                .mul(1 / Math.sqrt(width))
                .matMul(projected.get(1).transpose(0, 1, 3, 2))
                .softmax(-1);
        NDArray joined = scores.matMul(projected.get(2))
                .transpose(0, 2, 1, 3)
                .reshape(new Shape(work.batch(), work.steps(), work.model()));
        return Linear.linear(joined, x.get(3), x.get(4));
    }

    @Override
    public void run() {
        try (NDManager call = manager.newSubManager()) {
            inputs.attach(call);
            JniUtils.setGradMode(true);
            NDList outputs = function.apply(inputs);
            JniUtils.backward((PtNDArray) outputs.get(0), dy, false, false);
            JniUtils.setGradMode(false);
            if (keep) {
                y = outputs.get(0).toFloatArray();
                keep = false;
            } else {
                for (NDArray input : inputs) {
                    JniUtils.zeroGrad((PtNDArray) input);
                }
            }
            inputs.attach(manager);
        }
    }

    @Override
    public float[][] results() {
        float[][] results = new float[compared][];
        results[0] = y;
        for (int i = 1; i < compared; i++) {
            results[i] = inputs.get(i - 1).getGradient().toFloatArray();
        }
        return results;
    }

    @Override
    public void close() {
        manager.close();
    }
}
