package lectern.nn.energy;

import lectern.nn.ops.Ops;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// The chains of [AnnealedImportanceSampling].
final class Annealing {

    private final Rbm machine;
    private final float[] start;
    private final UniformNumbers numbers;

    /// @param start a, the visible bias of the machine without weights
    Annealing(Rbm machine, float[] start, UniformNumbers numbers) {
        this.machine = machine;
        this.start = start;
        this.numbers = numbers;
    }

    /// ln w of each chain.
    Tensor logWeights(int chains, int steps) {
        double[] sums = new double[chains];
        Tensor visible = sample(visibleInputs(Tensor.zeros(Shape.of(chains, start.length)), 0));
        for (int step = 1; step <= steps; step++) {
            double before = (step - 1.0) / steps;
            double now = (double) step / steps;
            Tensor inputs = plusRow(
                    visible.matmul(machine.weight()), machine.hiddenBias().array());
            addHidden(sums, inputs, now, 1);
            addHidden(sums, inputs, before, -1);
            addVisible(sums, visible, now - before);
            Tensor hidden = sample(inputs.times(now));
            visible = sample(visibleInputs(hidden.matmulT(machine.weight()), now));
        }
        Tensor logWeights = Tensor.zeros(chains);
        for (int n = 0; n < chains; n++) {
            logWeights.array()[n] = (float) sums[n];
        }
        return logWeights;
    }

    /// What the hidden units add to ln p*: Σ ln(1 + e^(β input)).
    private static void addHidden(double[] sums, Tensor inputs, double beta, double sign) {
        float[] terms = inputs.times(beta).array();
        Ops.best().elementwise().softplus(terms, terms);
        for (int i = 0; i < terms.length; i++) {
            sums[i / inputs.size(1)] += sign * terms[i];
        }
    }

    /// What the visible biases add: ((1 − β) a + β b) · v.
    private void addVisible(double[] sums, Tensor visible, double change) {
        float[] bias = machine.visibleBias().array();
        for (int k = 0; k < visible.count(); k++) {
            int i = k % start.length;
            sums[k / start.length] += change * ((double) bias[i] - start[i]) * visible.array()[k];
        }
    }

    private Tensor visibleInputs(Tensor fromHidden, double beta) {
        float[] bias = machine.visibleBias().array();
        Tensor inputs = fromHidden.times(beta);
        for (int k = 0; k < inputs.count(); k++) {
            int i = k % start.length;
            inputs.array()[k] += (float) ((1 - beta) * start[i] + beta * bias[i]);
        }
        return inputs;
    }

    private static Tensor plusRow(Tensor x, float[] row) {
        Ops.best().elementwise().addRow(x.array(), row, x.array());
        return x;
    }

    /// 1 with the probability σ(input), else 0.
    private Tensor sample(Tensor inputs) {
        float[] probabilities = inputs.array();
        Ops.best().elementwise().sigmoid(probabilities, probabilities);
        float[] units = new float[probabilities.length];
        numbers.fill(units);
        for (int i = 0; i < units.length; i++) {
            units[i] = units[i] < probabilities[i] ? 1 : 0;
        }
        return Tensor.of(inputs.shape(), units);
    }
}
