package lectern.nn.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private final ConfusionMatrix matrix = ConfusionMatrix.of(
            3, new int[] {0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0}, new int[] {0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0});

    @Test
    void countsWhatWasTakenForWhat() {
        assertEquals(Tensor.of(Shape.of(3, 3), 8, 1, 0, 1, 2, 0, 0, 0, 0), matrix.counts());
        assertEquals(8, matrix.count(0, 0));
        assertEquals(1, matrix.count(1, 0));
        assertEquals(3, matrix.classes());
    }

    @Test
    void quotientsAreThoseOfTheDefinitions() {
        assertEquals(10.0 / 12, matrix.accuracy());
        assertEquals(8.0 / 9, matrix.precision(0));
        assertEquals(2.0 / 3, matrix.recall(1));
        assertEquals(2.0 / 3, matrix.f1(1));
        assertEquals((8.0 / 9 + 2.0 / 3) / 3, matrix.macroPrecision(), 1e-15);
        assertEquals((8.0 / 9 + 2.0 / 3) / 3, matrix.macroRecall(), 1e-15);
        assertEquals((8.0 / 9 + 2.0 / 3) / 3, matrix.macroF1(), 1e-15);
    }

    @Test
    void whatNeverOccursCountsAsZero() {
        assertEquals(0, matrix.precision(2));
        assertEquals(0, matrix.recall(2));
        assertEquals(0, matrix.f1(2));
        assertEquals(0, ConfusionMatrix.of(2, new int[0], new int[0]).accuracy());
    }

    @Test
    void readsAsATable() {
        ConfusionMatrix large = ConfusionMatrix.of(2, new int[12], new int[12]);
        assertEquals(
                String.join(
                        System.lineSeparator(),
                        "true \\ predicted  0  1",
                        "               0 12  0",
                        "               1  0  0"),
                large.toString());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "ConfusionMatrix: expected predictions (2), found (1)",
                assertThrows(ShapeException.class, () -> ConfusionMatrix.of(2, new int[2], new int[1]))
                        .getMessage());
        assertEquals(
                "ConfusionMatrix: expected labels 0…1, found 2 at example 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ConfusionMatrix.of(2, new int[] {0, 2}, new int[] {0, 1}))
                        .getMessage());
        assertEquals(
                "ConfusionMatrix: expected predictions 0…1, found -1 at example 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ConfusionMatrix.of(2, new int[] {0, 1}, new int[] {-1, 1}))
                        .getMessage());
        assertEquals(
                "ConfusionMatrix: expected counts (classes, classes), found (2, 3)",
                assertThrows(ShapeException.class, () -> new ConfusionMatrix(Tensor.zeros(2, 3)))
                        .getMessage());
    }
}
