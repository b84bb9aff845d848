package lectern.nn.layer;

/// **y = 0 where x < 0, else 1**, number by number: the threshold of a perceptron. Derivative: 0, also at x =
/// 0, where there is none; nothing that comes before it can learn by gradients.
public record BinaryStep() implements FormulaActivation {

    @Override
    public double value(double x) {
        return x < 0 ? 0 : 1;
    }

    @Override
    public double derivative(double x) {
        return 0;
    }

    @Override
    public String toString() {
        return "binary step";
    }
}
