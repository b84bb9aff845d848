package lectern.nn.layer;

import lectern.nn.autograd.Var;

/// A nonlinearity number by number that is written as a formula for one number.
sealed interface FormulaActivation extends Activation permits Arctan, BinaryStep, HardTanh, Identity, Sine, Softsign {

    /// f(x).
    double value(double x);

    /// f′(x).
    double derivative(double x);

    @Override
    default Var apply(Var x) {
        return x.map(this::value, this::derivative);
    }
}
