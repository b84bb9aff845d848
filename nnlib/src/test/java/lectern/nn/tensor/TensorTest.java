package lectern.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TensorTest {

    private final Tensor a = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
    private final Tensor b = Tensor.of(new float[][] {{1, 0}, {0, 1}, {2, 2}});

    @Test
    void productsAreRightInEveryForm() {
        Tensor expected = Tensor.of(new float[][] {{7, 8}, {16, 17}});
        assertEquals(expected, a.matmul(b));
        assertEquals(expected, a.matmulT(Tensor.of(new float[][] {{1, 0, 2}, {0, 1, 2}})));
        assertEquals(expected, Tensor.of(new float[][] {{1, 4}, {2, 5}, {3, 6}}).tMatmul(b));
    }

    @Test
    void elementsAreFoundByTheirIndices() {
        assertEquals(6, a.get(1, 2));
        assertEquals("get (2, 3): expected index 1 within 0…2, found 3", refusal(() -> a.get(0, 3)));
        assertEquals("get (2, 3): expected 2 indices, found 1", refusal(() -> a.get(0)));
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithBothShapes() {
        assertEquals("matmul (2, 3): expected (3, …), found (2, 3); matmulT would fit", refusal(() -> a.matmul(a)));
        assertEquals("matmul (2, 3): expected (3, …), found (4, 5)", refusal(() -> a.matmul(Tensor.zeros(4, 5))));
        assertEquals("matmulT (2, 3): expected (…, 3), found (3, 2); matmul would fit", refusal(() -> a.matmulT(b)));
        assertEquals("plus: expected (2, 3), found (3, 2)", refusal(() -> a.plus(b)));
        assertEquals("reshape (2, 3): expected a shape of 6 numbers, found (4, 2)", refusal(() -> a.reshape(4, 2)));
        assertEquals("tensor (2, 2): expected 4 numbers, found 3", refusal(() -> Tensor.of(Shape.of(2, 2), 1, 2, 3)));
        assertEquals("item: expected a tensor of one number, found (2, 3)", refusal(a::item));
        assertEquals(
                "tensor: expected 1 numbers in row 1, found 2", refusal(() -> Tensor.of(new float[][] {{1}, {1, 2}})));
    }

    @Test
    void goesToEjmlAndBack() {
        assertEquals(a, Tensor.fromEjml(a.toEjml()));
        assertEquals(5, a.toEjml().get(1, 1));
        assertEquals(
                "toEjml: expected a matrix, found (6)",
                refusal(() -> a.reshape(6).toEjml()));
    }

    @Test
    void aReshapedTensorSharesItsNumbersAndACopyDoesNot() {
        Tensor flat = a.reshape(6);
        Tensor copy = a.copy();
        flat.array()[0] = 9;
        assertEquals(9, a.get(0, 0));
        assertEquals(1, copy.get(0, 0));
    }

    @Test
    void randomNumbersHaveTheMomentsOfTheirDistribution() {
        var random = SeededRandom.of(1);
        Tensor uniform = Tensor.uniform(Shape.of(10_000), 0.5, random);
        Tensor normal = Tensor.normal(Shape.of(10_000), 2, random);
        // Four standard errors of the mean of 10,000.
        assertEquals(0, uniform.sum() / 10_000, 4 * 0.289 / 100);
        assertEquals(0, normal.sum() / 10_000, 4 * 2.0 / 100);
        assertEquals(1 / 12.0, uniform.times(uniform).sum() / 10_000, 0.004);
        assertEquals(4, normal.times(normal).sum() / 10_000, 0.25);
    }

    @Test
    void isReadableAsText() {
        assertEquals("tensor (2, 3)\n    1    2    3\n    4    5    6", a.toString());
        assertEquals("tensor () 0.5000", Tensor.scalar(0.5f).toString());
        assertEquals("tensor (0)", Tensor.zeros(0).toString());
        String large = Tensor.zeros(2, 30, 40).toString();
        assertEquals(1 + 2 * 10, large.lines().count());
        assertEquals("[0, ...]", large.lines().toList().get(1));
    }

    @Test
    void mapAppliesToEveryNumber() {
        assertArrayEquals(new float[] {1, 4, 9, 16, 25, 36}, a.map(v -> v * v).array());
        assertEquals(6, a.maxAbs());
    }

    private static String refusal(Executable call) {
        return String.valueOf(assertThrows(ShapeException.class, call).getMessage());
    }
}
