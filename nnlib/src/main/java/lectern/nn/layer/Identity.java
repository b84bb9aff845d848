package lectern.nn.layer;

/// **y = x**: no nonlinearity, for places that ask for one. Derivative: 1.
public record Identity() implements FormulaActivation {

    @Override
    public double value(double x) {
        return x;
    }

    @Override
    public double derivative(double x) {
        return 1;
    }

    @Override
    public String toString() {
        return "identity";
    }
}
