package lectern.nn.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RankingTest {

    private final Ranking ranking = new Ranking(Tensor.of(new float[][] {{1, 3, 2}, {5, 5, 4}, {0, 0, 0}}));

    @Test
    void theLargestIsPredictedAndOfEqualOnesTheFirst() {
        assertArrayEquals(new int[] {1, 0, 0}, ranking.predictions());
    }

    @Test
    void labelsAreInTheTopIfFewerClassesStandBeforeThem() {
        assertEquals(1, ranking.inTop(1, 1, 1, 1));
        assertEquals(3, ranking.inTop(2, 1, 1, 1));
        assertEquals(1, ranking.inTop(2, 2, 2, 2));
        assertEquals(3, ranking.inTop(3, 0, 2, 2));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "topK: expected a k of 1 or more, found 0",
                assertThrows(IllegalArgumentException.class, () -> ranking.inTop(0, 0, 0, 0))
                        .getMessage());
        assertEquals(
                "topK: expected labels (3), found (2)",
                assertThrows(ShapeException.class, () -> ranking.inTop(1, 0, 0)).getMessage());
        assertEquals(
                "topK: expected labels 0…2, found 3 at example 2",
                assertThrows(IllegalArgumentException.class, () -> ranking.inTop(1, 0, 0, 3))
                        .getMessage());
        assertEquals(
                "Ranking: expected outputs (count, classes), found (4)",
                assertThrows(ShapeException.class, () -> new Ranking(Tensor.zeros(4)))
                        .getMessage());
    }
}
