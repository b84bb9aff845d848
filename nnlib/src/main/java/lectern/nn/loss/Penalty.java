package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// What is added to a loss so that weights or activities stay small: a single number.
@FunctionalInterface
public interface Penalty {

    /// The penalty of some weights, or of the activities of a batch.
    ///
    /// @param x of any shape
    Var of(Var x);
}
