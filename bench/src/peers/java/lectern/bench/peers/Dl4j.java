package lectern.bench.peers;

import java.util.Map;
import lectern.bench.compare.Attention;
import lectern.bench.compare.BatchNorm;
import lectern.bench.compare.Contender;
import lectern.bench.compare.Convolution;
import lectern.bench.compare.Elementwise;
import lectern.bench.compare.Lstm;
import lectern.bench.compare.Machine;
import lectern.bench.compare.Network;
import lectern.bench.compare.Product;
import lectern.bench.compare.Rbm;
import lectern.bench.compare.Softmax;
import lectern.bench.compare.Task;
import lectern.bench.compare.Work;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/// DL4J and the ND4J below it.
public final class Dl4j implements Contender {

    @Override
    public String name() {
        return "dl4j";
    }

    /// The OpenBLAS 0.3.19 below it takes a processor that is younger for one without vectors; here it is
    /// helped.
    @Override
    public Map<String, String> environment() {
        return Machine.hasAvx512() ? Map.of("OPENBLAS_CORETYPE", "SKYLAKEX") : Map.of();
    }

    @Override
    public String start(int threads) {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        return "1.0.0-M2.1, oneDNN and AVX-512";
    }

    @Override
    public Task prepare(Work work) {
        return switch (work) {
            case Product product -> Nd4jForward.of(product);
            case Elementwise elementwise -> Nd4jForward.of(elementwise);
            case Softmax softmax -> Nd4jForward.of(softmax);
            case Convolution convolution -> Dl4jBackward.of(convolution);
            case Lstm lstm -> Dl4jBackward.of(lstm);
            case BatchNorm norm -> Dl4jBackward.of(norm);
            case Attention attention -> Dl4jBackward.of(attention);
            case Network network -> new Dl4jTraining(network);
            case Rbm rbm -> new Nd4jRbm(rbm);
        };
    }
}
