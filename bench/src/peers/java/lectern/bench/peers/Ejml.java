package lectern.bench.peers;

import lectern.bench.compare.Contender;
import lectern.bench.compare.Product;
import lectern.bench.compare.Task;
import lectern.bench.compare.Work;
import org.ejml.EjmlVersion;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_MT_FDRM;
import org.jspecify.annotations.Nullable;

/// EJML: products only.
public final class Ejml implements Contender {

    private int threads = 1;

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public String start(int threads) {
        this.threads = threads;
        EjmlConcurrency.setMaxThreads(threads);
        return EjmlVersion.VERSION;
    }

    @Override
    public @Nullable Task prepare(Work work) {
        return work instanceof Product product ? new Multiplication(product, threads) : null;
    }

    private static final class Multiplication implements Task {

        private final FMatrixRMaj a;
        private final FMatrixRMaj b;
        private final FMatrixRMaj c;
        private final boolean threaded;

        Multiplication(Product work, int threads) {
            a = FMatrixRMaj.wrap(work.rows(), work.inner(), work.a());
            b = FMatrixRMaj.wrap(work.inner(), work.columns(), work.b());
            c = new FMatrixRMaj(work.rows(), work.columns());
            threaded = threads > 1;
        }

        @Override
        public void run() {
            if (threaded) {
                CommonOps_MT_FDRM.mult(a, b, c);
            } else {
                CommonOps_FDRM.mult(a, b, c);
            }
        }

        @Override
        public float[][] results() {
            return new float[][] {c.data};
        }
    }
}
