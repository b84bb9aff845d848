package lectern.nn.optim;

import java.util.List;
import lectern.nn.autograd.Var;

/// A rule by which parameters follow their gradients, with its settings; what it remembers is in the [Steps].
public interface Optimizer {

    /// The size of a step, as set.
    double learningRate();

    /// The rule at work on some parameters, remembering nothing yet.
    Steps over(List<Var> parameters);

    /// Takes one step after another.
    @FunctionalInterface
    interface Steps {

        /// Changes the parameters in place by their gradients.
        void step();
    }
}
