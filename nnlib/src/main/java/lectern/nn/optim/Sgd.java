package lectern.nn.optim;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Tensor;

/// Stochastic gradient descent with momentum: **v ← μ v + g, w ← w − η v**. Without momentum, w ← w − η g.
///
/// Source: I. Sutskever et al., *On the importance of initialization and momentum in deep learning* (ICML
/// 2013),
/// section 2; here v does not contain η, so that a change of η acts at once.
///
/// @param learningRate η
/// @param momentum μ, 0 or more and below 1
public record Sgd(double learningRate, double momentum) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Sgd {
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException("sgd: expected a learning rate above 0, found " + learningRate);
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("sgd: expected a momentum of 0 or more and below 1, found " + momentum);
        }
    }

    @Override
    public Steps over(List<Var> parameters) {
        if (momentum == 0) {
            return () -> {
                for (int p = 0; p < parameters.size(); p++) {
                    Var parameter = parameters.get(p);
                    float[] gradient = parameter.borrowGradient().array();
                    Ops.best().update().descend(parameter.borrow().array(), gradient, (float) learningRate);
                }
            };
        }
        List<Tensor> velocities =
                parameters.stream().map(p -> Tensor.zeros(p.shape())).toList();
        return () -> {
            for (int p = 0; p < parameters.size(); p++) {
                Var parameter = parameters.get(p);
                float[] gradient = parameter.borrowGradient().array();
                float[] velocity = velocities.get(p).array();
                Ops.best()
                        .update()
                        .momentum(
                                parameter.borrow().array(), gradient, velocity, (float) learningRate, (float) momentum);
            }
        };
    }
}
