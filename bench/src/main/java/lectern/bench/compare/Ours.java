package lectern.bench.compare;

import lectern.nn.NN;
import org.jspecify.annotations.Nullable;

/// This library. What it cannot do yet is null.
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
            case Product product -> OurForward.of(product);
            case Elementwise elementwise -> OurForward.of(elementwise);
            case Softmax softmax -> OurForward.of(softmax);
            case Lstm lstm -> OurBackward.of(lstm);
            case Network network -> OurTraining.of(network);
            case Convolution _, BatchNorm _, Attention _, Rbm _ -> null;
        };
    }
}
