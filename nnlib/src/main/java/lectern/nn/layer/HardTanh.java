package lectern.nn.layer;

/// **y = −1 where x < −1, 1 where x > 1, else x**, number by number. Derivative: 1 where −1 < x < 1, else 0.
public record HardTanh() implements FormulaActivation {

    @Override
    public double value(double x) {
        return Math.clamp(x, -1.0, 1.0);
    }

    @Override
    public double derivative(double x) {
        return x > -1 && x < 1 ? 1 : 0;
    }

    @Override
    public String toString() {
        return "hard tanh";
    }
}
