package lectern.figure;

import java.util.Locale;
import lectern.nn.metric.RocCurve;

/// A ROC curve as a chart, with the line of chance below it.
final class RocLines {

    /// More points than this look the same.
    private static final int POINTS = 500;

    private RocLines() {}

    static LineChart of(RocCurve curve) {
        int count = curve.points().size();
        int drawn = Math.min(count, POINTS);
        double[] xs = new double[drawn];
        double[] ys = new double[drawn];
        for (int i = 0; i < drawn; i++) {
            // From the first point to the last, both of them included.
            int at = drawn < 2 ? 0 : (int) ((long) i * (count - 1) / (drawn - 1));
            xs[i] = curve.points().get(at).falsePositiveRate();
            ys[i] = curve.points().get(at).truePositiveRate();
        }
        double[] ends = {0, 1};
        return new LineChart()
                .title(String.format(Locale.ROOT, "ROC curve, area %.4f", curve.area()))
                .x("false positive rate")
                .y("true positive rate")
                .line("model", xs, ys)
                .line("chance", ends, ends)
                .dashed();
    }
}
