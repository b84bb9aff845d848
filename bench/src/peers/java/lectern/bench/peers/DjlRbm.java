package lectern.bench.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import lectern.bench.compare.Rbm;
import lectern.bench.compare.Task;

/// CD-1 in DJL's operations, in place where they can be.
final class DjlRbm implements Task {

    private final Rbm work;
    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray v;
    private final NDArray weight;
    private final NDArray visibleBias;
    private final NDArray hiddenBias;

    DjlRbm(Rbm work) {
        this.work = work;
        v = manager.create(work.v(), new Shape(work.batch(), work.visible()));
        weight = manager.create(work.weight(), new Shape(work.visible(), work.hidden()));
        visibleBias = manager.zeros(new Shape(work.visible()));
        hiddenBias = manager.zeros(new Shape(work.hidden()));
    }

    private NDArray hidden(NDArray visible) {
        return Activation.sigmoid(visible.matMul(weight).addi(hiddenBias));
    }

    private static NDArray sample(NDManager call, NDArray probabilities) {
        return call.randomUniform(0, 1, probabilities.getShape(), DataType.FLOAT32)
                .lt(probabilities)
                .toType(DataType.FLOAT32, false);
    }

    @Override
    public void run() {
        try (NDManager call = manager.newSubManager()) {
            v.attach(call);
            weight.attach(call);
            NDArray h0 = hidden(v);
            NDArray h = sample(call, h0);
            h.attach(call);
            NDArray v1 = sample(
                    call, Activation.sigmoid(h.matMul(weight.transpose()).addi(visibleBias)));
            NDArray h1 = hidden(v1);
            float rate = Rbm.LEARNING_RATE / work.batch();
            NDArray change = v.transpose().matMul(h0).subi(v1.transpose().matMul(h1));
            weight.addi(change.muli(rate));
            visibleBias.addi(v.sub(v1).sum(new int[] {0}).muli(rate));
            hiddenBias.addi(h0.sub(h1).sum(new int[] {0}).muli(rate));
            v.attach(manager);
            weight.attach(manager);
        }
    }

    @Override
    public float[][] results() {
        try (NDArray h = hidden(v)) {
            return new float[][] {h.toFloatArray()};
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
