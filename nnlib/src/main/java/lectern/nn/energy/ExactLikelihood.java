package lectern.nn.energy;

import lectern.nn.tensor.Tensor;

/// The exact likelihood of a small [Rbm], **ln P(v) = −F(v) − ln Z**, by going through all states of one side:
/// the side with fewer units, or the hidden one if the visible units are Gaussian.
///
/// With the other side summed out, a state h weighs **e^(c·h) Πᵢ (1 + e^(bᵢ + (W h)ᵢ))**, and a state v
/// likewise; with Gaussian visible units h weighs **(2π)^(visible / 2) e^(c·h + ½‖b + W h‖² − ½‖b‖²)**. Z is
/// the sum of all weights. Sums are in double. Z belongs to the weights that the machine has when this is made.
public final class ExactLikelihood {

    /// The most units of the side whose states are gone through: about a million states.
    public static final int MOST_UNITS = 20;

    private final Rbm machine;
    private final boolean overHidden;
    private final int units;
    private final int others;
    private final double logPartition;

    private ExactLikelihood(Rbm machine) {
        this.machine = machine;
        int visible = machine.weight().size(0);
        int hidden = machine.weight().size(1);
        this.overHidden = machine.visibleUnits() == VisibleUnits.GAUSSIAN || hidden < visible;
        this.units = overHidden ? hidden : visible;
        this.others = overHidden ? visible : hidden;
        if (units > MOST_UNITS) {
            throw new IllegalArgumentException("exactLikelihood: expected at most " + MOST_UNITS
                    + (overHidden ? " hidden" : " visible") + " units, found " + units);
        }
        var sum = new LogSum();
        visit((_, inputs, bias) -> sum.add(logWeight(inputs, bias)));
        this.logPartition = sum.value();
    }

    /// @throws IllegalArgumentException if there are more than [#MOST_UNITS] units to go through
    public static ExactLikelihood of(Rbm machine) {
        return new ExactLikelihood(machine);
    }

    /// ln Z, in nats.
    public double logPartition() {
        return logPartition;
    }

    /// ln P(v) of each example in nats, (batch); with Gaussian visible units the logarithm of its density.
    ///
    /// @param visible (batch, visible)
    /// @throws lectern.nn.tensor.ShapeException if it has another shape
    public Tensor logLikelihood(Tensor visible) {
        return machine.freeEnergy(visible).map(energy -> -energy - logPartition);
    }

    /// The mean of −ln P(v) over the examples, in nats: what learning is to make small.
    ///
    /// @param visible (batch, visible)
    /// @throws lectern.nn.tensor.ShapeException if it has another shape
    public double loss(Tensor visible) {
        double sum = 0;
        for (float energy : machine.freeEnergy(visible).array()) {
            sum += energy;
        }
        return sum / visible.size(0) + logPartition;
    }

    /// The exact gradient of the mean of ln P(v): the mean statistics of the examples minus those of the model.
    /// The gradient of [#loss] is this times −1.
    ///
    /// @param visible (batch, visible)
    /// @throws lectern.nn.tensor.ShapeException if it has another shape
    public Contrast contrast(Tensor visible) {
        Tensor hidden = machine.hiddenProbabilities(visible);
        int rows = machine.weight().size(0);
        int columns = machine.weight().size(1);
        double[] ofWeight = new double[rows * columns];
        double[] ofVisible = new double[rows];
        double[] ofHidden = new double[columns];
        for (int n = 0; n < visible.size(0); n++) {
            for (int i = 0; i < rows; i++) {
                double v = visible.array()[n * rows + i] / (double) visible.size(0);
                ofVisible[i] += v;
                for (int j = 0; j < columns; j++) {
                    ofWeight[i * columns + j] += v * hidden.array()[n * columns + j];
                }
            }
            for (int j = 0; j < columns; j++) {
                ofHidden[j] += hidden.array()[n * columns + j] / (double) visible.size(0);
            }
        }
        visit((state, inputs, bias) -> {
            double probability = StrictMath.exp(logWeight(inputs, bias) - logPartition);
            for (int u = 0; u < units; u++) {
                (overHidden ? ofHidden : ofVisible)[u] -= probability * state[u];
            }
            for (int o = 0; o < others; o++) {
                double expected = probability * mean(inputs[o]);
                (overHidden ? ofVisible : ofHidden)[o] -= expected;
                for (int u = 0; u < units; u++) {
                    ofWeight[overHidden ? o * columns + u : u * columns + o] -= expected * state[u];
                }
            }
        });
        return new Contrast(tensor(ofWeight).reshape(rows, columns), tensor(ofVisible), tensor(ofHidden));
    }

    /// Is shown a state.
    private interface Visitor {
        /// @param inputs what the other side's units get from it, with their biases
        /// @param bias the biases of its own units that are 1, added up
        void visit(int[] state, double[] inputs, double bias);
    }

    private void visit(Visitor visitor) {
        double[][] inputs = new double[units + 1][others];
        for (int o = 0; o < others; o++) {
            inputs[0][o] = (overHidden ? machine.visibleBias() : machine.hiddenBias()).array()[o];
        }
        visit(0, new int[units], inputs, 0, visitor);
    }

    /// All states of the units from `unit` on.
    private void visit(int unit, int[] state, double[][] inputs, double bias, Visitor visitor) {
        if (unit == units) {
            visitor.visit(state, inputs[unit], bias);
            return;
        }
        float own = (overHidden ? machine.hiddenBias() : machine.visibleBias()).array()[unit];
        for (int value = 0; value <= 1; value++) {
            state[unit] = value;
            for (int o = 0; o < others; o++) {
                inputs[unit + 1][o] = inputs[unit][o] + value * weight(unit, o);
            }
            visit(unit + 1, state, inputs, bias + value * own, visitor);
        }
    }

    private double weight(int unit, int other) {
        return machine.weight().array()[overHidden ? other * units + unit : unit * others + other];
    }

    private double logWeight(double[] inputs, double bias) {
        double sum = bias;
        for (int o = 0; o < others; o++) {
            if (machine.visibleUnits() == VisibleUnits.GAUSSIAN) {
                double b = machine.visibleBias().array()[o];
                sum += 0.5 * (inputs[o] * inputs[o] - b * b + StrictMath.log(2 * Math.PI));
            } else {
                sum += Math.max(inputs[o], 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(inputs[o])));
            }
        }
        return sum;
    }

    private double mean(double input) {
        return machine.visibleUnits() == VisibleUnits.GAUSSIAN ? input : 1 / (1 + StrictMath.exp(-input));
    }

    private static Tensor tensor(double[] numbers) {
        Tensor tensor = Tensor.zeros(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            tensor.array()[i] = (float) numbers[i];
        }
        return tensor;
    }

    /// ln Σ e^x, without overflow: what was added is kept relative to the largest x.
    private static final class LogSum {
        private double largest = Double.NEGATIVE_INFINITY;
        private double sum;

        void add(double x) {
            if (x > largest) {
                sum *= StrictMath.exp(largest - x);
                largest = x;
            }
            sum += StrictMath.exp(x - largest);
        }

        double value() {
            return largest + StrictMath.log(sum);
        }
    }
}
