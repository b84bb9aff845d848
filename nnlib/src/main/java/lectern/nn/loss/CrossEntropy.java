package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Softmax and cross-entropy in one, **L = −(1/batch) Σ ln pₗ** with p = softmax(logits) and l the true label.
///
/// The gradient is (p − t) / batch, where t is 1 at the label and 0 elsewhere. Taking logits keeps it exact
/// where the probabilities round to 0 or 1.
///
/// Where the truth is a probability for each class, it is **L = −(1/batch) Σ Σₖ tₖ ln pₖ**. Label smoothing
/// takes a part ε of the truth and spreads it over all C classes, (1 − ε) t + ε / C. With class weights w the
/// terms are wₖ tₖ ln pₖ, and the sum over labelled examples is divided by Σ wₗ instead of the batch.
///
/// Shapes: logits (batch, classes); labels (batch), or probabilities (batch, classes).
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (4.108) and (4.109); C. Szegedy
/// et al., *Rethinking the Inception Architecture for Computer Vision* (2016), section 7, for label smoothing.
///
/// @param smoothing ε, 0…1
/// @param classWeights w, (classes), or (0) where all classes weigh the same
public record CrossEntropy(double smoothing, Tensor classWeights) implements Loss {

    /// @throws IllegalArgumentException if the smoothing is not in 0…1, or a weight is below 0
    public CrossEntropy {
        if (!(smoothing >= 0 && smoothing <= 1)) {
            throw new IllegalArgumentException("crossEntropy: expected a smoothing 0…1, found " + smoothing);
        }
        for (float weight : classWeights.array()) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException(
                        "crossEntropy: expected class weights of 0 or more, found " + weight);
            }
        }
    }

    /// Without smoothing and weights.
    public CrossEntropy() {
        this(0, Tensor.zeros(0));
    }

    /// The same with label smoothing.
    ///
    /// @param part ε, 0…1
    public CrossEntropy smoothing(double part) {
        return new CrossEntropy(part, classWeights);
    }

    /// The same with a weight for each class, such as more for rare ones.
    public CrossEntropy classWeights(float... weights) {
        return new CrossEntropy(smoothing, Tensor.of(weights));
    }

    /// @throws ShapeException if there is not one label, or a row of probabilities, for each row of logits
    /// @throws IllegalArgumentException if a label is not one of the classes, or a number is no probability
    @Override
    public Var apply(Var logits, Var targets) {
        checkLogits(logits);
        boolean plain = smoothing == 0 && classWeights.count() == 0;
        if (plain && !targets.shape().equals(logits.shape())) {
            return ofLabels(logits, Labels.of("crossEntropy", logits, targets));
        }
        return terms(logits, targets).sum().times(-1 / divisor(logits, targets));
    }

    /// The loss of each example by itself, (batch), before their mean is taken: which ones are hard?
    ///
    /// @throws ShapeException if there is not one label, or a row of probabilities, for each row of logits
    /// @throws IllegalArgumentException if a label is not one of the classes, or a number is no probability
    public Var perExample(Var logits, Var targets) {
        checkLogits(logits);
        return terms(logits, targets).sum(1).negate();
    }

    /// The truth that outputs are compared with: one-hot for labels, smoothed.
    ///
    /// @param targets labels (batch), or probabilities (batch, classes)
    /// @param classes how many there are
    /// @return probabilities (batch, classes)
    public Tensor probabilities(Tensor targets, int classes) {
        Var like = Var.constant(Tensor.zeros(targets.size(0), classes));
        return probabilities(like, Var.constant(targets)).value();
    }

    private static void checkLogits(Var logits) {
        if (logits.shape().rank() != 2) {
            throw new ShapeException("crossEntropy", "logits (batch, classes)", logits.shape());
        }
    }

    private static Var ofLabels(Var logits, float[] labels) {
        int batch = logits.shape().size(0);
        int classes = logits.shape().size(1);
        Tensor gradient = Arena.tensor(logits.shape());
        double sum =
                Ops.best().reduction().crossEntropy(classes, logits.borrow().array(), labels, gradient.array());
        Tensor loss = Arena.tensor();
        loss.array()[0] = (float) (sum / batch);
        return Var.operation(
                "crossEntropy",
                loss,
                dy -> {
                    Tensor dx = Arena.tensor(logits.shape());
                    Ops.best().elementwise().scale(dy.item() / batch, gradient.array(), dx.array());
                    logits.addGradient(dx);
                },
                logits);
    }

    /// wₖ tₖ ln pₖ.
    private Var terms(Var logits, Var targets) {
        Var terms = probabilities(logits, targets).times(logits.logSoftmax());
        return classWeights.count() == 0 ? terms : terms.times(weights(logits));
    }

    /// w in each row.
    private Var weights(Var logits) {
        int classes = logits.shape().size(1);
        if (classWeights.count() != classes) {
            throw new ShapeException("crossEntropy", "class weights (" + classes + ")", classWeights.shape());
        }
        Tensor weights = Arena.tensor(logits.shape());
        for (int i = 0; i < weights.count(); i++) {
            weights.array()[i] = classWeights.array()[i % classes];
        }
        return Var.constant(weights);
    }

    private Var probabilities(Var logits, Var targets) {
        int classes = logits.shape().size(1);
        Var given;
        if (targets.shape().equals(logits.shape())) {
            Probabilities.check("crossEntropy", targets.borrow().array(), "they are the targets");
            given = targets;
        } else {
            float[] labels = Labels.of("crossEntropy", logits, targets);
            Tensor oneHot = Arena.zeros(logits.shape());
            for (int i = 0; i < labels.length; i++) {
                oneHot.array()[i * classes + (int) labels[i]] = 1;
            }
            given = Var.constant(oneHot);
        }
        return smoothing == 0 ? given : given.times(1 - smoothing).plus(smoothing / classes);
    }

    private double divisor(Var logits, Var targets) {
        int batch = logits.shape().size(0);
        if (classWeights.count() == 0 || targets.shape().equals(logits.shape())) {
            return batch;
        }
        double sum = 0;
        for (float label : targets.borrow().array()) {
            sum += classWeights.array()[(int) label];
        }
        return sum;
    }
}
