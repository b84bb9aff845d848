package lectern.nn.golden;

import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.Ranking;
import lectern.nn.tensor.Tensor;

/// Metrics of a classification.
final class MetricsCases {

    private MetricsCases() {}

    static void classification(GoldenCase golden) {
        Tensor logits = golden.given("logits");
        int[] labels = integers(golden.given("target"));
        int classes = logits.size(1);
        Ranking ranking = new Ranking(logits);
        int[] predictions = ranking.predictions();
        golden.assertOutput("predictions", tensor(predictions));
        ConfusionMatrix confusion = ConfusionMatrix.of(classes, labels, predictions);
        golden.assertOutput("confusion", confusion.counts());
        golden.assertOutput("accuracy", Tensor.scalar((float) confusion.accuracy()));
        float[] precision = new float[classes];
        float[] recall = new float[classes];
        float[] f1 = new float[classes];
        for (int k = 0; k < classes; k++) {
            precision[k] = (float) confusion.precision(k);
            recall[k] = (float) confusion.recall(k);
            f1[k] = (float) confusion.f1(k);
        }
        golden.assertOutput("precision", Tensor.of(precision));
        golden.assertOutput("recall", Tensor.of(recall));
        golden.assertOutput("f1", Tensor.of(f1));
        optional(golden, "macroPrecision", confusion.macroPrecision());
        optional(golden, "macroRecall", confusion.macroRecall());
        optional(golden, "macroF1", confusion.macroF1());
        for (int k = 1; k <= classes; k++) {
            optional(golden, "top" + k + "Accuracy", (double) ranking.inTop(k, labels) / labels.length);
        }
    }

    private static void optional(GoldenCase golden, String output, double found) {
        if (golden.hasOutput(output)) {
            golden.assertOutput(output, Tensor.scalar((float) found));
        }
    }

    private static int[] integers(Tensor given) {
        int[] integers = new int[given.count()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) given.array()[i];
        }
        return integers;
    }

    private static Tensor tensor(int[] integers) {
        Tensor tensor = Tensor.zeros(integers.length);
        for (int i = 0; i < integers.length; i++) {
            tensor.array()[i] = integers[i];
        }
        return tensor;
    }
}
