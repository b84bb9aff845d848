package lectern.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import lectern.nn.NN;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private final Examples examples = Examples.labelled(Tensor.of(new float[][] {{0, 1}, {1, 0}, {1, 1}}), 0, 1, 1);
    private final List<String> seen = new ArrayList<>();
    private final Thread me = Thread.currentThread();

    /// Other tests may train at the same time.
    @BeforeEach
    void observe() {
        Training.observe(plan -> Thread.currentThread().equals(me) ? new Noting(plan) : new Observer() {});
    }

    @AfterEach
    void end() {
        Training.observe(_ -> new Observer() {});
    }

    private Training training() {
        Sequential model = NN.sequential(NN.dense(2, 2, NN.random(1)));
        return NN.train(model, examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(0.1))
                .seed(1)
                .batchSize(2);
    }

    @Test
    void everythingIsSeenInOrder() {
        training().epochs(2).watch(Gauge.GRADIENT_NORM).run();
        assertEquals(
                List.of(
                        "2 epochs of 2",
                        "reading 1",
                        "step 1",
                        "reading 2",
                        "step 2",
                        "epoch 1",
                        "reading 3",
                        "step 3",
                        "reading 4",
                        "step 4",
                        "epoch 2",
                        "done after 2"),
                seen);
    }

    @Test
    void imagesAreSeenAfterTheGauges() {
        training()
                .watch(Gauge.GRADIENT_NORM)
                .watch("digits", () -> Tensor.zeros(2, 1, 1))
                .run();
        assertEquals(List.of("reading 1", "images [digits]", "step 1"), seen.subList(1, 4));
    }

    @Test
    void theEndIsSeenAlsoOfWhatWasInterrupted() {
        Training training =
                training().epochs(9).onStep(step -> Thread.currentThread().interrupt());
        assertThrows(CancellationException.class, training::run);
        assertEquals(List.of("9 epochs of 2", "step 1", "broken"), List.of(seen.get(0), seen.get(1), seen.getLast()));
    }

    @Test
    void aQuietTrainingIsNotSeen() {
        training().quiet().run();
        assertEquals(List.of(), seen);
    }

    @Test
    void aTrainingThatLacksSomethingIsNotBegun() {
        Training training = NN.train(NN.sequential(NN.dense(2, 2, NN.random(1))), examples);
        assertThrows(IllegalArgumentException.class, training::run);
        assertEquals(List.of(), seen);
    }

    private final class Noting implements Observer {

        Noting(Plan plan) {
            seen.add(plan.epochs() + " epochs of " + plan.stepsPerEpoch());
        }

        @Override
        public void step(Step step) {
            seen.add("step " + step.number());
        }

        @Override
        public void epoch(Epoch epoch) {
            seen.add("epoch " + epoch.number());
        }

        @Override
        public void images(Map<String, Tensor> images) {
            seen.add("images " + images.keySet());
        }

        @Override
        public void reading(Reading reading) {
            seen.add("reading " + reading.step());
        }

        @Override
        public void done(History history) {
            seen.add("done after " + history.epochs().size());
        }

        @Override
        public void broken() {
            seen.add("broken");
        }
    }
}
