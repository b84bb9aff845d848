package lectern.nn.optim;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// Stochastic gradient descent with momentum: **v ← μ v + g, w ← w − η v**. Without momentum, w ← w − η g.
///
/// Source: I. Sutskever et al., *On the importance of initialization and momentum in deep learning* (ICML 2013),
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
        List<Tensor> velocities =
                parameters.stream().map(p -> Tensor.zeros(p.shape())).toList();
        return () -> {
            for (int p = 0; p < parameters.size(); p++) {
                step(parameters.get(p), velocities.get(p).array());
            }
        };
    }

    private void step(Var parameter, float[] velocity) {
        float[] weight = parameter.borrow().array();
        float[] gradient = parameter.borrowGradient().array();
        float mu = (float) momentum;
        float eta = (float) learningRate;
        for (int i = 0; i < weight.length; i++) {
            velocity[i] = Math.fma(mu, velocity[i], gradient[i]);
            weight[i] = Math.fma(-eta, velocity[i], weight[i]);
        }
    }
}
