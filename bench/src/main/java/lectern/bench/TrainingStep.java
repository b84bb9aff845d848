package lectern.bench;

import java.util.List;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// One step after another on the same batch with cross-entropy, as [lectern.nn.train.Training] takes them,
/// without what that does around a step: no shuffling, nobody to tell.
public final class TrainingStep {

    private final Layer model;
    private final Var x;
    private final Var targets;
    private final Loss loss = NN.crossEntropy();
    private final List<Var> parameters;
    private final Optimizer.Steps updates;
    private final Arena arena = new Arena();

    /// @param x a batch as the model takes it
    /// @param labels one for each row of the model's outputs
    public TrainingStep(Layer model, Tensor x, int[] labels, Optimizer optimizer) {
        this.model = model;
        this.x = Var.constant(x);
        targets = Var.constant(
                Examples.labelled(Tensor.zeros(labels.length, 1), labels).targets());
        parameters = model.parameters();
        updates = optimizer.over(parameters);
    }

    /// Changes the parameters once.
    ///
    /// @return the loss before
    public float run() {
        arena.enter();
        try {
            parameters.forEach(Var::clearGradient);
            Var value = NN.training(() -> loss.apply(model.apply(x), targets));
            value.backward();
            float before = value.borrow().item();
            updates.step();
            return before;
        } finally {
            arena.leave();
        }
    }
}
