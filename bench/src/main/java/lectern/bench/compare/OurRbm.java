package lectern.bench.compare;

import lectern.nn.NN;
import lectern.nn.energy.ContrastiveDivergence;
import lectern.nn.energy.Rbm;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// One step of contrastive divergence of ours: an epoch of one batch, random numbers included.
final class OurRbm implements Task {

    private final Rbm machine;
    private final Tensor v;
    private final ContrastiveDivergence learning;

    OurRbm(lectern.bench.compare.Rbm work) {
        machine = NN.rbm(work.visible(), work.hidden(), NN.random(1));
        System.arraycopy(work.weight(), 0, machine.weight().array(), 0, work.visible() * work.hidden());
        v = Tensor.of(Shape.of(work.batch(), work.visible()), work.v());
        learning = NN.contrastiveDivergence(machine, v)
                .learningRate(lectern.bench.compare.Rbm.LEARNING_RATE)
                .batchSize(work.batch())
                .seed(1);
    }

    @Override
    public void run() {
        learning.run();
    }

    @Override
    public float[][] results() {
        return new float[][] {machine.hiddenProbabilities(v).array()};
    }
}
