package lectern.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ArenaTest {

    private final Arena arena = new Arena();

    private <T> T step(Supplier<T> work) {
        arena.enter();
        try {
            return work.get();
        } finally {
            arena.leave();
        }
    }

    @Test
    void theNextStepUsesTheSameMemory() {
        Tensor first = step(() -> Arena.tensor(2, 3));
        assertSame(first, step(() -> Arena.tensor(2, 3)));
        assertSame(first, step(() -> Arena.tensor(Shape.of(2, 3))));
        assertSame(first, step(() -> Arena.tensor(2, Shape.of(7, 3))));
    }

    @Test
    void aStepNeverGetsTheSameMemoryTwice() {
        step(() -> {
            assertNotSame(Arena.tensor(2, 3), Arena.tensor(2, 3));
            return 0;
        });
    }

    @Test
    void anotherOrderOfShapesIsServedFromTheSameMemory() {
        Tensor[] first = step(() -> new Tensor[] {Arena.tensor(2), Arena.tensor(3)});
        Tensor[] second = step(() -> new Tensor[] {Arena.tensor(3), Arena.tensor(2)});
        assertSame(first[0], second[1]);
        assertSame(first[1], second[0]);
    }

    @Test
    void whatIsKeptIsNeverLentAgain() {
        Tensor kept = step(() -> Arena.tensor(3).keep());
        kept.array()[0] = 5;
        Tensor next = step(() -> Arena.tensor(3));
        next.array()[0] = 7;
        assertNotSame(kept, next);
        assertArrayEquals(new float[] {5, 0, 0}, kept.array());
    }

    @Test
    void keepingAViewKeepsTheNumbers() {
        Tensor view = step(() -> Arena.tensor(2, 3).reshape(6).keep());
        step(() -> Arena.tensor(2, 3)).array()[0] = 7;
        assertEquals(0, view.array()[0]);
    }

    @Test
    void aStepInsideOfAnotherBorrowsForItself() {
        Arena inner = new Arena();
        step(() -> {
            Tensor before = Arena.tensor(4);
            inner.enter();
            Tensor inside = Arena.tensor(4);
            inner.leave();
            assertNotSame(before, inside);
            assertNotSame(inside, Arena.tensor(4));
            return 0;
        });
    }

    @Test
    void memoryOfShapesThatDoNotComeBackIsGivenUp() {
        Tensor large = step(() -> Arena.tensor(1000));
        step(() -> Arena.tensor(1));
        step(() -> Arena.tensor(1));
        assertNotSame(large, step(() -> Arena.tensor(1000)));
    }

    @Test
    void outsideOfAStepTensorsAreNew() {
        assertNotSame(Arena.tensor(3), Arena.tensor(3));
    }
}
