package lectern.nn.optim;

import java.util.List;
import lectern.nn.autograd.Var;

/// A rule by which parameters follow their gradients, with its settings; what it remembers is in the [Steps].
///
/// Weight decay that adds λ w to the gradient is the penalty [lectern.nn.loss.L2], for all of them alike.
public interface Optimizer {

    /// η, the size of a step, as set.
    double learningRate();

    /// The rule at work on one parameter, remembering nothing yet.
    ///
    /// @param count the numbers of the parameter
    Rule rule(int count);

    /// The rule at work on some parameters, remembering nothing yet.
    default Steps over(List<Var> parameters) {
        return new Steps(this, parameters);
    }

    /// Changes one parameter step by step.
    @FunctionalInterface
    interface Rule {

        /// Takes one step.
        ///
        /// @param w the numbers of the parameter, changed in place
        /// @param g their gradient, left as it is
        /// @param learningRate η now
        /// @param t the number of the step, from 1
        void step(float[] w, float[] g, double learningRate, int t);
    }

    /// Takes one step after another with all parameters.
    final class Steps {

        private final List<Var> parameters;
        private final List<Rule> rules;
        private final double learningRate;
        private int t;

        private Steps(Optimizer optimizer, List<Var> parameters) {
            this.parameters = List.copyOf(parameters);
            this.rules = parameters.stream()
                    .map(p -> optimizer.rule(p.shape().count()))
                    .toList();
            this.learningRate = optimizer.learningRate();
        }

        /// Changes the parameters in place by their gradients, with the learning rate as set.
        public void step() {
            step(learningRate);
        }

        /// Changes the parameters in place by their gradients.
        ///
        /// @param learningRate η of this step, such as a [Schedule] gives
        /// @throws IllegalArgumentException if it is negative or no number
        public void step(double learningRate) {
            if (!(learningRate >= 0)) {
                throw new IllegalArgumentException(
                        "step: expected a learning rate of 0 or more, found " + learningRate);
            }
            t++;
            for (int p = 0; p < rules.size(); p++) {
                Var parameter = parameters.get(p);
                float[] gradient = parameter.borrowGradient().array();
                rules.get(p).step(parameter.borrow().array(), gradient, learningRate, t);
            }
        }
    }
}
