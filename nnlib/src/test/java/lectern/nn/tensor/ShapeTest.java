package lectern.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void sizesAreCountedFromEitherEnd() {
        Shape shape = Shape.of(64, 3, 28, 28);
        assertEquals(64, shape.size(0));
        assertEquals(28, shape.size(-1));
        assertEquals(64 * 3 * 28 * 28, shape.count());
        assertEquals("(64, 3, 28, 28)", shape.toString());
        assertEquals(Shape.of(5, 3, 28, 28), shape.withFirst(5));
        assertEquals(1, Shape.of().count());
    }

    @Test
    void impossibleSizesAreRefused() {
        assertEquals(
                "shape: expected sizes of 0 or more, found [2, -1]",
                assertThrows(ShapeException.class, () -> Shape.of(2, -1)).getMessage());
        assertEquals(
                "shape: expected at most 2^31 - 9 numbers, found [65536, 65536]",
                assertThrows(ShapeException.class, () -> Shape.of(65536, 65536)).getMessage());
        assertEquals(
                "size: expected a dimension below 1, found 1",
                assertThrows(ShapeException.class, () -> Shape.of(3).size(1)).getMessage());
    }
}
