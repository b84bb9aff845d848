package lectern.nn.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.nn.tensor.ShapeException;

/// What each threshold for saying yes would give: the receiver operating characteristic of scores.
///
/// Source: T. Fawcett, *An introduction to ROC analysis* (2006), algorithms 1 and 2.
///
/// @param points from (0, 0), where nothing is called positive, to (1, 1), where everything is
public record RocCurve(List<Point> points) {

    /// @param threshold scores from here on are called positive
    /// @param falsePositiveRate the share of the negatives that are called positive, 0…1
    /// @param truePositiveRate the share of the positives that are called positive, 0…1
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /// Keeps a copy of the list.
    public RocCurve {
        points = List.copyOf(points);
    }

    /// Lowers the threshold from above all scores to the least of them; equal scores pass it together.
    ///
    /// @param scores the higher, the more positive
    /// @param labels 1 for positive, 0 for negative, one for each score
    /// @throws ShapeException if there is not one label for each score
    /// @throws IllegalArgumentException if a label is neither 0 nor 1, a score is not a number, or all labels
    /// are the same
    public static RocCurve of(float[] scores, int[] labels) {
        check(scores, labels);
        int positives = Arrays.stream(labels).sum();
        int negatives = labels.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("rocCurve: expected labels of both classes, found " + positives
                    + " positive and " + negatives + " negative");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        int right = 0;
        for (int i = 0; i < order.length; i++) {
            float score = scores[order[i]];
            right += labels[order[i]];
            if (i == order.length - 1 || scores[order[i + 1]] != score) {
                points.add(new Point(score, (double) (i + 1 - right) / negatives, (double) right / positives));
            }
        }
        return new RocCurve(points);
    }

    private static void check(float[] scores, int[] labels) {
        if (labels.length != scores.length) {
            throw new ShapeException("rocCurve", "labels (" + scores.length + ")", "(" + labels.length + ")");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && labels[i] != 1) {
                throw new IllegalArgumentException(
                        "rocCurve: expected labels 0 or 1, found " + labels[i] + " at example " + i);
            }
            if (Float.isNaN(scores[i])) {
                throw new IllegalArgumentException("rocCurve: expected scores, found NaN at example " + i);
            }
        }
    }

    /// The area under the curve by the trapezoid rule, 0…1: the chance that a positive has a higher score than
    /// a negative, equal scores counting half.
    public double area() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double width = to.falsePositiveRate() - from.falsePositiveRate();
            area += width * (from.truePositiveRate() + to.truePositiveRate()) / 2;
        }
        return area;
    }

    /// How many points there are, and the area.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "ROC curve of %d points, area %.4f", points.size(), area());
    }
}
