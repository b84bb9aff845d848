package lectern.nn.layer;

/// **y = arctan x**, number by number, from −π/2 to π/2. Derivative: 1 / (x² + 1).
public record Arctan() implements FormulaActivation {

    @Override
    public double value(double x) {
        return StrictMath.atan(x);
    }

    @Override
    public double derivative(double x) {
        return 1 / (x * x + 1);
    }

    @Override
    public String toString() {
        return "arctan";
    }
}
