package lectern.bench.peers;

import lectern.bench.compare.Elementwise;
import lectern.bench.compare.Product;
import lectern.bench.compare.Softmax;
import lectern.bench.compare.Task;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/// An operation of ND4J into a ready array.
final class Nd4jForward implements Task {

    private final Runnable operation;
    private final INDArray result;

    private Nd4jForward(INDArray result, Runnable operation) {
        this.operation = operation;
        this.result = result;
    }

    /// ND4J wants its result column-major, or copies.
    static Nd4jForward of(Product work) {
        INDArray a = Nd4j.create(work.a(), new long[] {work.rows(), work.inner()}, 'c');
        INDArray b = Nd4j.create(work.b(), new long[] {work.inner(), work.columns()}, 'c');
        INDArray c = Nd4j.create(new int[] {work.rows(), work.columns()}, 'f');
        return new Nd4jForward(c, () -> a.mmuli(b, c));
    }

    static Nd4jForward of(Elementwise work) {
        INDArray x = Nd4j.create(work.x());
        INDArray y = x.ulike();
        return new Nd4jForward(y, switch (work.function()) {
            case TANH -> () -> Nd4j.exec(new Tanh(x, y));
            case EXP -> () -> Nd4j.exec(new Exp(x, y));
        });
    }

    static Nd4jForward of(Softmax work) {
        INDArray x = Nd4j.create(work.x(), new long[] {work.rows(), work.columns()}, 'c');
        INDArray y = x.ulike();
        return new Nd4jForward(y, () -> Nd4j.exec(new SoftMax(x, y, 1)));
    }

    @Override
    public void run() {
        operation.run();
    }

    @Override
    public float[][] results() {
        return new float[][] {result.dup('c').data().asFloat()};
    }
}
