package lectern.bench.compare;

import java.util.OptionalDouble;
import lectern.nn.NN;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

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
    public boolean startsCold() {
        return true;
    }

    @Override
    public OptionalDouble firstEpoch(ColdStart work) {
        NN.warmUp();
        var random = NN.random(1);
        var model = NN.sequential(
                NN.dense(ColdStart.PIXELS, ColdStart.HIDDEN, random),
                NN.relu(),
                NN.dense(ColdStart.HIDDEN, ColdStart.CLASSES, random));
        var images = Tensor.of(Shape.of(work.images(), ColdStart.PIXELS), work.pixels());
        var history = NN.train(model, Examples.labelled(images, work.labels()))
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(work.learningRate()))
                .batchSize(work.batch())
                .seed(1)
                .run();
        return OptionalDouble.of(history.losses()[0]);
    }

    @Override
    public Task prepare(Work work) {
        return switch (work) {
            case Product product -> OurForward.of(product);
            case Elementwise elementwise -> OurForward.of(elementwise);
            case Softmax softmax -> OurForward.of(softmax);
            case Convolution convolution -> OurBackward.of(convolution);
            case Attention attention -> OurBackward.of(attention);
            case Lstm lstm -> OurBackward.of(lstm);
            case Network network -> OurTraining.of(network);
            case BatchNorm norm -> OurBackward.of(norm);
            case Rbm rbm -> new OurRbm(rbm);
        };
    }
}
