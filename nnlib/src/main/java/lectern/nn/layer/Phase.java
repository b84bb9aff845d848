package lectern.nn.layer;

import java.util.function.Supplier;

/// Whether a network is being trained, which dropout, noise and batch normalisation ask: they act while it
/// is, and outside of it a network is a plain function of its inputs.
///
/// It belongs to the thread and lasts as long as the work given to [#training]; `train(…)` does so for each
/// step.
public final class Phase {

    private static final ThreadLocal<Boolean> TRAINING = ThreadLocal.withInitial(() -> false);

    private Phase() {}

    /// Whether this thread is in a training step.
    public static boolean isTraining() {
        return TRAINING.get();
    }

    /// Does some work as a part of training, such as the loss of a batch in a loop of one's own.
    public static <T> T training(Supplier<T> work) {
        return during(true, work);
    }

    /// Does some work as outside of training, such as a measurement between two steps.
    public static <T> T evaluating(Supplier<T> work) {
        return during(false, work);
    }

    private static <T> T during(boolean training, Supplier<T> work) {
        boolean before = TRAINING.get();
        TRAINING.set(training);
        try {
            return work.get();
        } finally {
            TRAINING.set(before);
        }
    }
}
