package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.nn.metric.RocCurve;
import lectern.nn.tensor.SeededRandom;
import org.junit.jupiter.api.Test;

class RocLinesTest {

    @Test
    void theTitleSaysTheArea() {
        var curve = RocCurve.of(new float[] {0.9f, 0.5f, 0.1f}, new int[] {1, 0, 1});
        assertEquals("ROC curve, area 0.5000", Figures.chart(curve).title());
    }

    @Test
    void manyPointsAreThinnedAndKeepTheirEnds() {
        var random = SeededRandom.of(1);
        float[] scores = new float[20_000];
        int[] labels = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextFloat();
            labels[i] = random.nextInt(2);
        }
        var chart = Figures.chart(RocCurve.of(scores, labels));
        assertTrue(chart.svg().length() < 60_000);
        assertTrue(
                chart.snapshot().description().contains("500 points"),
                chart.snapshot().description());
    }
}
