package lectern.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ExamplesTest {

    private final Examples examples = Examples.labelled(Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}), 0, 1, 2);

    @Test
    void partsKeepInputsAndTargetsTogether() {
        Examples some = examples.select(2, 0);
        assertArrayEquals(new float[] {5, 6, 1, 2}, some.inputs().array());
        assertArrayEquals(new int[] {2, 0}, some.labels());
        assertArrayEquals(new int[] {1, 2}, examples.range(1, 3).labels());
        assertEquals(3, examples.first(100).count());
        assertEquals("3 examples: inputs (3, 2), targets (3)", examples.toString());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Tensor inputs = Tensor.zeros(3, 2);
        assertEquals(
                "examples: expected targets for 3 inputs, found (2)",
                assertThrows(ShapeException.class, () -> new Examples(inputs, Tensor.zeros(2)))
                        .getMessage());
        assertEquals(
                "labels: expected targets (3), found (3, 1)",
                assertThrows(ShapeException.class, () -> new Examples(inputs, Tensor.zeros(3, 1)).labels())
                        .getMessage());
        assertEquals(
                "examples: expected indices 0…2, found 3",
                assertThrows(ShapeException.class, () -> examples.select(3)).getMessage());
        assertEquals(
                "examples: expected a range within 0…3, found 2…4",
                assertThrows(ShapeException.class, () -> examples.range(2, 4)).getMessage());
    }
}
