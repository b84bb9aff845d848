package lectern.bench.peers;

import lectern.bench.compare.Rbm;
import lectern.bench.compare.Task;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// CD-1 in ND4J's operations, in place where they can be.
final class Nd4jRbm implements Task {

    private final Rbm work;
    private final INDArray v;
    private final INDArray weight;
    private final INDArray visibleBias;
    private final INDArray hiddenBias;

    Nd4jRbm(Rbm work) {
        this.work = work;
        v = Nd4j.create(work.v(), new long[] {work.batch(), work.visible()}, 'c');
        weight = Nd4j.create(work.weight(), new long[] {work.visible(), work.hidden()}, 'c');
        visibleBias = Nd4j.zeros(1, work.visible());
        hiddenBias = Nd4j.zeros(1, work.hidden());
    }

    private INDArray hidden(INDArray visible) {
        return Transforms.sigmoid(visible.mmul(weight).addiRowVector(hiddenBias), false);
    }

    private static INDArray sample(INDArray probabilities) {
        return Nd4j.exec(new BernoulliDistribution(probabilities.ulike(), probabilities));
    }

    @Override
    public void run() {
        INDArray h0 = hidden(v);
        INDArray h = sample(h0);
        INDArray v1 = sample(Transforms.sigmoid(h.mmul(weight.transpose()).addiRowVector(visibleBias), false));
        INDArray h1 = hidden(v1);
        float rate = Rbm.LEARNING_RATE / work.batch();
        INDArray change = v.transpose().mmul(h0).subi(v1.transpose().mmul(h1));
        weight.addi(change.muli(rate));
        visibleBias.addi(v.sub(v1).sum(true, 0).muli(rate));
        hiddenBias.addi(h0.subi(h1).sum(true, 0).muli(rate));
    }

    @Override
    public float[][] results() {
        return new float[][] {hidden(v).dup('c').data().asFloat()};
    }
}
