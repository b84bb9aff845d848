package lectern.nn.train;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.Ranking;
import lectern.nn.metric.RocCurve;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// How well a trained model does, computed a part at a time, so that a large set needs little memory.
public final class Evaluation {

    private static final int PART = 500;

    private Evaluation() {}

    /// What the model puts out for each example.
    ///
    /// @param inputs (count, …)
    public static Tensor outputs(Layer model, Tensor inputs) {
        Examples examples = new Examples(inputs, Tensor.zeros(inputs.size(0)));
        Tensor all = outputs(model, part(examples, 0));
        Tensor whole = Tensor.zeros(all.shape().withFirst(examples.count()));
        int at = 0;
        for (int from = 0; from < examples.count(); from += PART) {
            Tensor outputs = from == 0 ? all : outputs(model, part(examples, from));
            System.arraycopy(outputs.array(), 0, whole.array(), at, outputs.count());
            at += outputs.count();
        }
        return whole;
    }

    /// The class with the largest output for each example; of equal ones the first.
    ///
    /// @param inputs (count, …)
    public static int[] predict(Layer model, Tensor inputs) {
        return new Ranking(outputs(model, inputs)).predictions();
    }

    /// The share of examples whose label is among the k classes with the largest outputs, 0…1.
    public static double topKAccuracy(Layer model, Examples examples, int k) {
        Ranking ranking = new Ranking(outputs(model, examples.inputs()));
        return (double) ranking.inTop(k, examples.labels()) / examples.count();
    }

    /// How often each class is taken for each.
    public static ConfusionMatrix confusionMatrix(Layer model, Examples examples) {
        Ranking ranking = new Ranking(outputs(model, examples.inputs()));
        return ConfusionMatrix.of(ranking.outputs().size(1), examples.labels(), ranking.predictions());
    }

    /// What each threshold would give, for a model that puts out one score for each example, and labels 0 and
    /// 1.
    ///
    /// @throws ShapeException if the model puts out more than one number for an example
    public static RocCurve rocCurve(Layer model, Examples examples) {
        Tensor scores = outputs(model, examples.inputs());
        if (scores.count() != examples.count()) {
            throw new ShapeException(
                    "rocCurve", "one score for each of " + examples.count() + " examples", scores.shape());
        }
        return RocCurve.of(scores.array(), examples.labels());
    }

    /// The share of examples whose predicted class is their label, 0…1.
    public static double accuracy(Layer model, Examples examples) {
        int[] predictions = predict(model, examples.inputs());
        int[] labels = examples.labels();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predictions[i] == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /// The mean loss over all examples.
    public static double meanLoss(Layer model, Loss loss, Examples examples) {
        double sum = 0;
        for (int from = 0; from < examples.count(); from += PART) {
            Examples part = part(examples, from);
            Var outputs = Var.constant(outputs(model, part));
            sum += (double) loss.apply(outputs, part.targets()).borrow().item() * part.count();
        }
        return sum / examples.count();
    }

    private static Tensor outputs(Layer model, Examples part) {
        return Phase.evaluating(() -> model.apply(Var.constant(part.inputs())).value());
    }

    private static Examples part(Examples examples, int from) {
        return examples.range(from, Math.min(from + PART, examples.count()));
    }
}
