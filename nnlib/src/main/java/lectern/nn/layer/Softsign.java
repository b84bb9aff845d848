package lectern.nn.layer;

/// **y = x / (1 + |x|)**, number by number: like tanh, and slower to saturate. Derivative: 1 / (1 + |x|)².
///
/// Source: X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural
/// networks* (2010).
public record Softsign() implements FormulaActivation {

    @Override
    public double value(double x) {
        return x / (1 + Math.abs(x));
    }

    @Override
    public double derivative(double x) {
        return 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
    }

    @Override
    public String toString() {
        return "softsign";
    }
}
