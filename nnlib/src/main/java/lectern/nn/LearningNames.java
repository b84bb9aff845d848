package lectern.nn;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.loss.AbsoluteError;
import lectern.nn.loss.BinaryCrossEntropy;
import lectern.nn.loss.BinaryCrossEntropyOfProbabilities;
import lectern.nn.loss.CrossEntropy;
import lectern.nn.loss.GaussianKl;
import lectern.nn.loss.HalfSquaredError;
import lectern.nn.loss.Hinge;
import lectern.nn.loss.Huber;
import lectern.nn.loss.KlSparsity;
import lectern.nn.loss.L1;
import lectern.nn.loss.L2;
import lectern.nn.loss.LogisticLoss;
import lectern.nn.loss.NegativeLogLikelihood;
import lectern.nn.loss.Reduction;
import lectern.nn.loss.SmoothL1;
import lectern.nn.loss.SquaredError;
import lectern.nn.optim.Adadelta;
import lectern.nn.optim.Adagrad;
import lectern.nn.optim.Adam;
import lectern.nn.optim.AdamW;
import lectern.nn.optim.Adamax;
import lectern.nn.optim.AmsGrad;
import lectern.nn.optim.GradientClipping;
import lectern.nn.optim.NAdam;
import lectern.nn.optim.Nesterov;
import lectern.nn.optim.Plateau;
import lectern.nn.optim.ProximalL1;
import lectern.nn.optim.RmsProp;
import lectern.nn.optim.Rprop;
import lectern.nn.optim.Schedule;
import lectern.nn.optim.Sgd;

/// What learning takes: losses, penalties, optimizers, schedules.
abstract class LearningNames extends LayerNames {

    LearningNames() {}

    /// Softmax and cross-entropy in one, from logits and labels or probabilities.
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy();
    }

    /// The mean of the squared differences.
    public static SquaredError meanSquaredError() {
        return new SquaredError(Reduction.MEAN);
    }

    /// The sum of the squared differences.
    public static SquaredError sumSquaredError() {
        return new SquaredError(Reduction.SUM);
    }

    /// Half of the squared distance to the target, the mean over the batch.
    public static HalfSquaredError halfSquaredError() {
        return new HalfSquaredError();
    }

    /// The mean of the absolute differences, L1.
    public static AbsoluteError meanAbsoluteError() {
        return new AbsoluteError(Reduction.MEAN);
    }

    /// Half of the squared difference, and linear from δ on; the mean.
    public static Huber huber(double delta) {
        return new Huber(delta, Reduction.MEAN);
    }

    /// The absolute difference, rounded off within β; the mean.
    public static SmoothL1 smoothL1(double beta) {
        return new SmoothL1(beta, Reduction.MEAN);
    }

    /// Sigmoid and cross-entropy in one, from logits and targets 0…1.
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /// Cross-entropy of yes or no, from probabilities and targets 0…1.
    public static BinaryCrossEntropyOfProbabilities binaryCrossEntropyOfProbabilities() {
        return new BinaryCrossEntropyOfProbabilities();
    }

    /// The mean of −ln p at the labels, from probabilities.
    public static NegativeLogLikelihood negativeLogLikelihood() {
        return new NegativeLogLikelihood();
    }

    /// What scores lack to a margin of 1, for targets −1 and 1; the mean.
    public static Hinge hinge() {
        return new Hinge();
    }

    /// The penalty of a sparse autoencoder, for hidden units that are not active a part ρ of the time.
    public static KlSparsity klSparsity(double rho) {
        return new KlSparsity(rho);
    }

    /// The penalty of a variational autoencoder, for codes that are not from N(0, 1).
    public static GaussianKl gaussianKl() {
        return new GaussianKl();
    }

    /// Binary cross-entropy from logits, for targets -1 and 1.
    public static LogisticLoss logisticLoss() {
        return new LogisticLoss();
    }

    /// Stochastic gradient descent.
    public static Sgd sgd(double learningRate) {
        return new Sgd(learningRate, 0);
    }

    /// Stochastic gradient descent with momentum.
    public static Sgd sgd(double learningRate, double momentum) {
        return new Sgd(learningRate, momentum);
    }

    /// Gradient descent with Nesterov's momentum, which looks ahead.
    public static Nesterov nesterov(double learningRate, double momentum) {
        return new Nesterov(learningRate, momentum);
    }

    /// RMSProp, the plain form.
    public static RmsProp rmsProp(double learningRate) {
        return RmsProp.of(learningRate);
    }

    /// Adagrad, whose steps shrink.
    public static Adagrad adagrad(double learningRate) {
        return Adagrad.of(learningRate);
    }

    /// Adadelta, which needs no learning rate.
    public static Adadelta adadelta() {
        return Adadelta.of();
    }

    /// Adam with the settings that its paper recommends.
    public static Adam adam(double learningRate) {
        return Adam.of(learningRate);
    }

    /// Adam with weight decay apart from the gradient.
    public static AdamW adamW(double learningRate, double weightDecay) {
        return new AdamW(Adam.of(learningRate), weightDecay);
    }

    /// Adam with a divisor that never shrinks.
    public static AmsGrad amsGrad(double learningRate) {
        return AmsGrad.of(learningRate);
    }

    /// Adam with the largest recent gradient as divisor.
    public static Adamax adamax(double learningRate) {
        return Adamax.of(learningRate);
    }

    /// Adam with Nesterov's momentum.
    public static NAdam nAdam(double learningRate) {
        return NAdam.of(learningRate);
    }

    /// Steps by the signs of the gradients of whole batches.
    public static Rprop rprop(double firstStep) {
        return Rprop.of(firstStep);
    }

    /// Gradient descent whose weights become exactly 0 where they do little.
    public static ProximalL1 proximalL1(double learningRate, double strength) {
        return new ProximalL1(learningRate, strength);
    }

    /// The penalty λ Σ |x|.
    public static L1 l1(double strength) {
        return new L1(strength);
    }

    /// The penalty λ/2 Σ x², weight decay.
    public static L2 l2(double strength) {
        return new L2(strength);
    }

    /// A learning rate that is multiplied by a factor now and then.
    public static Schedule stepDecay(int every, double factor) {
        return Schedule.stepDecay(every, factor);
    }

    /// A learning rate that is multiplied by a factor each time.
    public static Schedule exponentialDecay(double factor) {
        return Schedule.exponentialDecay(factor);
    }

    /// A learning rate divided by 1 + decay · n.
    public static Schedule inverseDecay(double decay) {
        return Schedule.inverseDecay(decay);
    }

    /// A learning rate that falls to 0 in a line.
    public static Schedule linearDecay(int length) {
        return Schedule.linearDecay(length);
    }

    /// A learning rate that falls along half a cosine to the lowest.
    public static Schedule cosine(int length, double lowest) {
        return Schedule.cosine(length, lowest);
    }

    /// A learning rate that rises in a line, then stays.
    public static Schedule linearWarmUp(int length) {
        return Schedule.linearWarmUp(length);
    }

    /// A learning rate that rises, then falls to next to nothing.
    public static Schedule oneCycle(int length) {
        return Schedule.oneCycle(length);
    }

    /// A learning rate that falls when the loss falls no longer.
    public static Plateau plateau(double factor, int patience) {
        return new Plateau(factor, patience);
    }

    /// ‖g‖ over the gradients of all parameters.
    public static double gradientNorm(List<Var> parameters) {
        return GradientClipping.norm(parameters);
    }
}
