package lectern.kernel.preload.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.figure.Figure;
import lectern.figure.Screen;
import lectern.nn.NN;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.History;
import lectern.nn.train.Training;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTrainingsTest {

    private final Screen before = Screen.current();
    private final List<Figure> shown = new ArrayList<>();
    private boolean isCellThread = true;
    private final LiveTrainings trainings = LiveTrainings.watch(() -> isCellThread);

    LiveTrainingsTest() {
        Screen.use(new Screen() {
            @Override
            public void show(Figure figure) {
                shown.add(figure);
            }

            @Override
            public void changed(Figure figure) {
                assertSame(figure, shown.getLast());
            }
        });
    }

    @AfterEach
    void end() {
        Screen.use(before);
        LiveTrainings.watch(() -> false);
    }

    private static Training training() {
        var examples = Examples.labelled(Tensor.of(new float[][] {{0, 1}, {1, 0}}), 0, 1);
        return NN.train(NN.sequential(NN.dense(2, 2, NN.random(1))), examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(0.1))
                .seed(1);
    }

    @Test
    void allTrainingsOfACellAreOneFigure() {
        training().run();
        training().run();
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().text().contains("training 2"));
        trainings.cellEnds();
        training().run();
        assertEquals(2, shown.size());
        assertFalse(shown.get(1).text().contains("training 2"));
    }

    @Test
    void aTrainingThatFailsAtOnceLeavesNoFigure() {
        var examples = Examples.labelled(Tensor.of(new float[][] {{0, 1, 2}}), 0);
        var misfit = NN.train(NN.sequential(NN.dense(2, 2, NN.random(1))), examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(0.1))
                .seed(1);
        assertThrows(ShapeException.class, misfit::run);
        assertEquals(List.of(), shown);
    }

    @Test
    void whatOtherThreadsTrainIsNotShown() {
        isCellThread = false;
        training().run();
        assertEquals(List.of(), shown);
    }

    @Test
    void aHistoryIsDrawnOnceInACell() {
        History history = training().run();
        assertTrue(trainings.isDrawn(history));
        assertFalse(trainings.isDrawn(training().quiet().run()));
        trainings.cellEnds();
        assertFalse(trainings.isDrawn(history));
    }
}
