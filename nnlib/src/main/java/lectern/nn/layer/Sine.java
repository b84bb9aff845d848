package lectern.nn.layer;

/// **y = sin x**, number by number. Derivative: cos x.
public record Sine() implements FormulaActivation {

    @Override
    public double value(double x) {
        return StrictMath.sin(x);
    }

    @Override
    public double derivative(double x) {
        return StrictMath.cos(x);
    }

    @Override
    public String toString() {
        return "sine";
    }
}
