package lectern.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.nn.layer.Layer;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private final Layer same = x -> x;
    private final Examples examples =
            Examples.labelled(Tensor.of(new float[][] {{3, 1, 2}, {1, 2, 3}, {2, 3, 1}, {1, 3, 2}}), 0, 1, 1, 0);

    @Test
    void outputsAreThoseOfAllParts() {
        Tensor inputs = Tensor.uniform(Shape.of(1203, 2, 3), 1, SeededRandom.of(1));
        assertEquals(inputs, Evaluation.outputs(same, inputs));
    }

    @Test
    void predictionsAreCountedByClass() {
        assertArrayEquals(new int[] {0, 2, 1, 1}, Evaluation.predict(same, examples.inputs()));
        assertEquals(0.5, Evaluation.accuracy(same, examples));
        ConfusionMatrix matrix = Evaluation.confusionMatrix(same, examples);
        assertEquals(Tensor.of(Shape.of(3, 3), 1, 1, 0, 0, 1, 1, 0, 0, 0), matrix.counts());
        assertEquals(0.5, Evaluation.topKAccuracy(same, examples, 1));
        assertEquals(0.75, Evaluation.topKAccuracy(same, examples, 2));
        assertEquals(1, Evaluation.topKAccuracy(same, examples, 3));
    }

    @Test
    void oneScoreForEachExampleHasACurve() {
        Examples scored = Examples.labelled(Tensor.of(0.3f, 0.7f, 0.2f).reshape(3, 1), 0, 1, 0);
        assertEquals(1, Evaluation.rocCurve(same, scored).area());
        assertEquals(
                "rocCurve: expected one score for each of 4 examples, found (4, 3)",
                assertThrows(ShapeException.class, () -> Evaluation.rocCurve(same, examples))
                        .getMessage());
    }
}
