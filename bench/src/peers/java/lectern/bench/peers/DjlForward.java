package lectern.bench.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.Function;
import lectern.bench.compare.Elementwise;
import lectern.bench.compare.Product;
import lectern.bench.compare.Softmax;
import lectern.bench.compare.Task;

/// An expression of arrays, each result closed before the next is computed.
final class DjlForward implements Task {

    private final NDManager manager;
    private final NDArray[] inputs;
    private final Function<NDArray[], NDArray> expression;
    private float[] result = {};

    private DjlForward(NDManager manager, Function<NDArray[], NDArray> expression, NDArray... inputs) {
        this.manager = manager;
        this.inputs = inputs;
        this.expression = expression;
    }

    static DjlForward of(Product work) {
        var manager = NDManager.newBaseManager();
        return new DjlForward(
                manager,
                x -> x[0].matMul(x[1]),
                manager.create(work.a(), new Shape(work.rows(), work.inner())),
                manager.create(work.b(), new Shape(work.inner(), work.columns())));
    }

    static DjlForward of(Elementwise work) {
        var manager = NDManager.newBaseManager();
        return new DjlForward(
                manager,
                switch (work.function()) {
                    case TANH -> x -> x[0].tanh();
                    case EXP -> x -> x[0].exp();
                },
                manager.create(work.x()));
    }

    static DjlForward of(Softmax work) {
        var manager = NDManager.newBaseManager();
        return new DjlForward(
                manager, x -> x[0].softmax(1), manager.create(work.x(), new Shape(work.rows(), work.columns())));
    }

    @Override
    public void run() {
        expression.apply(inputs).close();
    }

    @Override
    public float[][] results() {
        try (NDArray y = expression.apply(inputs)) {
            result = y.toFloatArray();
        }
        return new float[][] {result};
    }

    @Override
    public void close() {
        manager.close();
    }
}
