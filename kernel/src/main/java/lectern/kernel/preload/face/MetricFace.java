package lectern.kernel.preload.face;

import java.util.Locale;
import lectern.figure.Figures;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.RocCurve;

/// How well a model classifies: a confusion matrix as a heat map, a ROC curve as a curve.
final class MetricFace implements Face {

    /// Of more classes, the numbers in the cells cannot be read.
    private static final int NUMBERED = 30;

    private static final int CLASSES = 200;

    @Override
    public boolean show(Object value, Bundle bundle) {
        switch (value) {
            case ConfusionMatrix matrix -> show(matrix, bundle);
            case RocCurve curve -> bundle.figure(Figures.chart(curve));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void show(ConfusionMatrix matrix, Bundle bundle) {
        var accuracy = String.format(Locale.ROOT, "accuracy %.4f", matrix.accuracy());
        int classes = matrix.classes();
        if (classes > CLASSES || classes == 0) {
            bundle.text(() -> "confusion matrix of " + classes + " classes, " + accuracy);
            return;
        }
        bundle.picture((classes <= NUMBERED
                        ? Figures.heatMap(matrix)
                        : Figures.heatMap(matrix.counts())
                                .x("predicted class")
                                .y("true class")
                                .key("examples"))
                .title(accuracy));
        bundle.text(() -> classes <= NUMBERED
                ? matrix + "\n" + accuracy
                : "confusion matrix of " + classes + " classes, " + accuracy);
    }
}
