package lectern.bench.compare;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// A layer of ours, forward and backward, in memory that the next call uses again.
final class OurBackward implements Task {

    private final Layer layer;
    private final Var x;
    private final Tensor dy;
    private final Arena arena = new Arena();
    private Tensor y = Tensor.scalar(0);

    /// @param numbers of the layer's parameters, in their order
    private OurBackward(Layer layer, Var x, Tensor dy, float[]... numbers) {
        this.layer = layer;
        this.x = x;
        this.dy = dy;
        for (int i = 0; i < numbers.length; i++) {
            float[] parameter = layer.parameters().get(i).borrow().array();
            System.arraycopy(numbers[i], 0, parameter, 0, parameter.length);
        }
    }

    static OurBackward of(Convolution work) {
        int size = work.size();
        return new OurBackward(
                NN.conv2d(work.in(), work.out(), work.filter(), NN.random(1)),
                Var.of(Tensor.of(Shape.of(work.batch(), work.in(), size, size), work.x())),
                Tensor.of(Shape.of(work.batch(), work.out(), work.outSize(), work.outSize()), work.dy()),
                work.weight(),
                work.bias());
    }

    static OurBackward of(Attention work) {
        var shape = Shape.of(work.batch(), work.steps(), work.model());
        return new OurBackward(
                NN.multiHeadAttention(work.model(), work.heads(), NN.random(1)),
                Var.of(Tensor.of(shape, work.x())),
                Tensor.of(shape, work.dy()),
                work.inputWeight(),
                new float[3 * work.model()],
                work.weight(3),
                new float[work.model()]);
    }

    static OurBackward of(BatchNorm work) {
        var shape = Shape.of(work.batch(), work.channels(), work.size(), work.size());
        return new OurBackward(
                NN.batchNorm(work.channels()),
                Var.of(Tensor.of(shape, work.x())),
                Tensor.of(shape, work.dy()),
                work.gamma(),
                work.beta());
    }

    static OurBackward of(Lstm work) {
        return new OurBackward(
                NN.lstm(work.in(), work.hidden(), NN.random(1)),
                Var.of(Tensor.of(Shape.of(work.steps(), work.batch(), work.in()), work.x())),
                Tensor.of(Shape.of(work.steps(), work.batch(), work.hidden()), work.dy()),
                work.inputWeight(),
                work.hiddenWeight(),
                work.bias());
    }

    @Override
    public void run() {
        arena.enter();
        try {
            x.clearGradient();
            layer.parameters().forEach(Var::clearGradient);
            Var result = NN.training(() -> layer.apply(x));
            result.backward(dy);
            y = result.borrow();
        } finally {
            arena.leave();
        }
    }

    @Override
    public float[][] results() {
        List<float[]> results = new ArrayList<>();
        results.add(y.array());
        results.add(x.borrowGradient().array());
        layer.parameters()
                .forEach(variable -> results.add(variable.borrowGradient().array()));
        return results.toArray(float[][]::new);
    }
}
