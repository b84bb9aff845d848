package lectern.bench.peers;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import lectern.bench.compare.Contender;
import lectern.bench.compare.Product;
import lectern.bench.compare.Task;
import lectern.bench.compare.Work;
import org.jspecify.annotations.Nullable;

/// OpenBLAS through the FFM API, on heap arrays without copies: products only.
///
/// The system property `lectern.bench.openblas` names the shared library.
public final class OpenBlas implements Contender {

    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;

    private @Nullable MethodHandle sgemm;

    @Override
    public String name() {
        return "openblas";
    }

    /// Calling native code is what this class is for, and the JVM is started with the permission.
    @Override
    @SuppressWarnings("restricted")
    public String start(int threads) {
        var library = SymbolLookup.libraryLookup(
                Path.of(System.getProperty("lectern.bench.openblas", "")), Arena.global());
        var linker = Linker.nativeLinker();
        var integer = ValueLayout.JAVA_INT;
        var number = ValueLayout.JAVA_FLOAT;
        var address = ValueLayout.ADDRESS;
        try {
            linker.downcallHandle(
                            library.findOrThrow("openblas_set_num_threads"), FunctionDescriptor.ofVoid(integer))
                    .invoke(threads);
            var config = (MemorySegment) linker.downcallHandle(
                            library.findOrThrow("openblas_get_config"), FunctionDescriptor.of(address))
                    .invoke();
            sgemm = linker.downcallHandle(
                    library.findOrThrow("cblas_sgemm"),
                    FunctionDescriptor.ofVoid(
                            integer, integer, integer, integer, integer, integer, number, address, integer, address,
                            integer, number, address, integer),
                    Linker.Option.critical(true));
            return config.reinterpret(1000).getString(0).strip();
        } catch (Throwable e) {
            throw new IllegalStateException("openblas: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable Task prepare(Work work) {
        return work instanceof Product product && sgemm != null ? new Multiplication(product, sgemm) : null;
    }

    private static final class Multiplication implements Task {

        private final Product work;
        private final MethodHandle sgemm;
        private final float[] result;
        private final MemorySegment a;
        private final MemorySegment b;
        private final MemorySegment c;

        Multiplication(Product work, MethodHandle sgemm) {
            this.work = work;
            this.sgemm = sgemm;
            result = new float[work.rows() * work.columns()];
            a = MemorySegment.ofArray(work.a());
            b = MemorySegment.ofArray(work.b());
            c = MemorySegment.ofArray(result);
        }

        @Override
        public void run() {
            try {
                sgemm.invokeExact(
                        ROW_MAJOR,
                        NO_TRANSPOSE,
                        NO_TRANSPOSE,
                        work.rows(),
                        work.columns(),
                        work.inner(),
                        1f,
                        a,
                        work.inner(),
                        b,
                        work.columns(),
                        0f,
                        c,
                        work.columns());
            } catch (Throwable e) {
                throw new IllegalStateException("openblas: " + e.getMessage(), e);
            }
        }

        @Override
        public float[][] results() {
            return new float[][] {result};
        }
    }
}
