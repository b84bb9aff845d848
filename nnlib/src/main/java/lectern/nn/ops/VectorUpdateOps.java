package lectern.nn.ops;

/// The loops of [ReferenceUpdateOps], many weights shared by the threads.
final class VectorUpdateOps implements UpdateOps {

    /// Weights that a task takes at least.
    private static final int TASK = 1 << 15;

    @Override
    public void descend(float[] w, float[] g, float learningRate) {
        if (isSmall(w)) {
            ReferenceUpdateOps.descend(w, g, learningRate, 0, w.length);
        } else {
            Workers.run(parts(w), p -> ReferenceUpdateOps.descend(w, g, learningRate, p * TASK, end(w, p)));
        }
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum) {
        if (isSmall(w)) {
            ReferenceUpdateOps.momentum(w, g, v, learningRate, momentum, 0, w.length);
        } else {
            Workers.run(
                    parts(w), p -> ReferenceUpdateOps.momentum(w, g, v, learningRate, momentum, p * TASK, end(w, p)));
        }
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step) {
        if (isSmall(w)) {
            ReferenceUpdateOps.adam(w, g, m, v, step, 0, w.length);
        } else {
            Workers.run(parts(w), p -> ReferenceUpdateOps.adam(w, g, m, v, step, p * TASK, end(w, p)));
        }
    }

    private static boolean isSmall(float[] w) {
        return w.length <= TASK || Workers.threads() == 1;
    }

    private static int parts(float[] w) {
        return (w.length + TASK - 1) / TASK;
    }

    private static int end(float[] w, int part) {
        return Math.min((part + 1) * TASK, w.length);
    }
}
