package lectern.nn.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.metric.RocCurve.Point;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    @Test
    void equalScoresPassTheThresholdTogether() {
        RocCurve curve = RocCurve.of(new float[] {0.4f, 0.9f, 0.4f, 0.1f, 0.6f}, new int[] {1, 1, 0, 0, 0});
        assertEquals(
                List.of(
                        new Point(Double.POSITIVE_INFINITY, 0, 0),
                        new Point(0.9f, 0, 0.5),
                        new Point(0.6f, 1.0 / 3, 0.5),
                        new Point(0.4f, 2.0 / 3, 1),
                        new Point(0.1f, 1, 1)),
                curve.points());
        assertEquals(0.75, curve.area(), 1e-15);
        assertEquals("ROC curve of 5 points, area 0.7500", curve.toString());
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        RandomGenerator random = SeededRandom.of(3);
        float[] scores = new float[60];
        int[] labels = new int[60];
        for (int i = 0; i < scores.length; i++) {
            labels[i] = i % 3 == 0 ? 1 : 0;
            scores[i] = random.nextInt(12) + labels[i] * 3;
        }
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(right / pairs, RocCurve.of(scores, labels).area(), 1e-12);
    }

    @Test
    void perfectScoresHaveAreaOneAndReversedOnesZero() {
        int[] labels = {0, 0, 1, 1};
        assertEquals(1, RocCurve.of(new float[] {1, 2, 3, 4}, labels).area());
        assertEquals(0, RocCurve.of(new float[] {4, 3, 2, 1}, labels).area());
        assertEquals(0.5, RocCurve.of(new float[4], labels).area());
    }

    @Test
    void whatHasNoCurveIsRefused() {
        assertEquals(
                "rocCurve: expected labels of both classes, found 2 positive and 0 negative",
                assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new float[2], new int[] {1, 1}))
                        .getMessage());
        assertEquals(
                "rocCurve: expected labels 0 or 1, found 2 at example 1",
                assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new float[2], new int[] {1, 2}))
                        .getMessage());
        assertEquals(
                "rocCurve: expected scores, found NaN at example 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RocCurve.of(new float[] {Float.NaN, 1}, new int[] {1, 0}))
                        .getMessage());
        assertEquals(
                "rocCurve: expected labels (2), found (3)",
                assertThrows(ShapeException.class, () -> RocCurve.of(new float[2], new int[3]))
                        .getMessage());
    }
}
