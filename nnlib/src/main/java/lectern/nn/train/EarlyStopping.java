package lectern.nn.train;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// Remembers the weights with the lowest loss on examples that are held back, and tells when it has waited long
/// enough for a lower one.
///
/// Source: I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), algorithm 7.1.
final class EarlyStopping {

    private final Layer model;
    private final Loss loss;
    private final Examples validation;
    private final int patience;
    private final List<float[]> live = new ArrayList<>();
    private final List<float[]> best = new ArrayList<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private int waited;

    EarlyStopping(Layer model, Loss loss, Examples validation, int patience) {
        this.model = model;
        this.loss = loss;
        this.validation = validation;
        this.patience = patience;
        for (Var parameter : model.parameters()) {
            live.add(parameter.value().array());
        }
        for (Tensor statistic : model.statistics()) {
            live.add(statistic.array());
        }
        live.forEach(numbers -> best.add(numbers.clone()));
    }

    /// The loss with the weights as they are, of which it takes note.
    double measure() {
        double now = Evaluation.meanLoss(model, loss, validation);
        if (now < lowest) {
            lowest = now;
            waited = 0;
            copy(live, best);
        } else {
            waited++;
        }
        return now;
    }

    boolean isOver() {
        return waited >= patience;
    }

    /// Puts the weights with the lowest loss back.
    void restore() {
        copy(best, live);
    }

    private static void copy(List<float[]> from, List<float[]> to) {
        for (int i = 0; i < from.size(); i++) {
            System.arraycopy(from.get(i), 0, to.get(i), 0, from.get(i).length);
        }
    }
}
