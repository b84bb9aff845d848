package lectern.bench.peers;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.OptionalDouble;
import lectern.bench.compare.Attention;
import lectern.bench.compare.BatchNorm;
import lectern.bench.compare.ColdStart;
import lectern.bench.compare.Contender;
import lectern.bench.compare.Convolution;
import lectern.bench.compare.Elementwise;
import lectern.bench.compare.Lstm;
import lectern.bench.compare.Network;
import lectern.bench.compare.Product;
import lectern.bench.compare.Rbm;
import lectern.bench.compare.Softmax;
import lectern.bench.compare.Task;
import lectern.bench.compare.Work;

/// PyTorch through DJL.
///
/// Its arrays are made anew by each operation; the tasks close them call by call, as DJL asks for.
public final class Djl implements Contender {

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public String start(int threads) {
        // PyTorch reads these once, when it is loaded.
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        var engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(threads);
        return "DJL " + Engine.getDjlVersion() + ", PyTorch " + engine.getVersion();
    }

    @Override
    public boolean startsCold() {
        return true;
    }

    @Override
    public OptionalDouble firstEpoch(ColdStart work) {
        return OptionalDouble.of(DjlColdStart.run(work));
    }

    @Override
    public Task prepare(Work work) {
        return switch (work) {
            case Product product -> DjlForward.of(product);
            case Elementwise elementwise -> DjlForward.of(elementwise);
            case Softmax softmax -> DjlForward.of(softmax);
            case Convolution convolution -> DjlBackward.of(convolution);
            case Lstm lstm -> DjlBackward.of(lstm);
            case BatchNorm norm -> DjlBackward.of(norm);
            case Attention attention -> DjlBackward.of(attention);
            case Network network -> new DjlTraining(network);
            case Rbm rbm -> new DjlRbm(rbm);
        };
    }
}
