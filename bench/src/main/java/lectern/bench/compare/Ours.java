package lectern.bench.compare;

import lectern.nn.NN;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// This library.
public final class Ours implements Contender {

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public String start(int threads) {
        NN.threads(threads);
        return NN.backend();
    }

    @Override
    public @Nullable Task prepare(Work work) {
        return switch (work) {
            case Product product -> new OurProduct(product);
            default -> null;
        };
    }

    private static final class OurProduct implements Task {

        private final Tensor a;
        private final Tensor b;
        private Tensor c = Tensor.scalar(0);

        OurProduct(Product work) {
            a = Tensor.of(Shape.of(work.rows(), work.inner()), work.a());
            b = Tensor.of(Shape.of(work.inner(), work.columns()), work.b());
        }

        @Override
        public void run() {
            c = a.matmul(b);
        }

        @Override
        public float[][] results() {
            return new float[][] {c.array()};
        }
    }
}
