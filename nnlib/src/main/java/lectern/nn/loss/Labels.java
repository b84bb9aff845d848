package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;

/// What is asked of the labels of a classification.
final class Labels {

    private Labels() {}

    /// The labels of outputs (batch, classes), of which each is whole and a class.
    ///
    /// @param where the loss, as its user calls it
    static float[] of(String where, Var outputs, Var labels) {
        int batch = outputs.shape().size(0);
        if (labels.shape().rank() != 1 || labels.shape().size(0) != batch) {
            throw new ShapeException(where, "labels (" + batch + ")", labels.shape());
        }
        float[] given = labels.borrow().array();
        int classes = outputs.shape().size(1);
        for (int i = 0; i < given.length; i++) {
            float label = given[i];
            int whole = (int) label;
            if (whole != label || label < 0 || label >= classes) {
                String found = whole == label ? Integer.toString(whole) : Float.toString(label);
                throw new IllegalArgumentException(
                        where + ": expected labels 0…" + (classes - 1) + ", found " + found + " at example " + i);
            }
        }
        return given;
    }
}
