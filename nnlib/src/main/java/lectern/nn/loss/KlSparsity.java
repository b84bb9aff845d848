package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// What a sparse autoencoder pays for hidden units that are active more or less often than it wishes, **Σⱼ ρ
/// ln(ρ / ρ̂ⱼ) + (1 − ρ) ln((1 − ρ) / (1 − ρ̂ⱼ))** with ρ̂ⱼ the mean activation of unit j over the batch: the
/// Kullback-Leibler divergence of two coins. To be added to a loss, with a factor.
///
/// Shapes: activations (batch, units), each in 0…1, as a sigmoid gives them.
///
/// Source: A. Ng, *Sparse autoencoder*, CS294A lecture notes (2011), section 3.
///
/// @param rho ρ, the mean activation that is wished for, 0…1 without the ends
public record KlSparsity(double rho) {

    /// @throws IllegalArgumentException if ρ is not between 0 and 1
    public KlSparsity {
        if (!(rho > 0 && rho < 1)) {
            throw new IllegalArgumentException("klSparsity: expected a rho between 0 and 1, found " + rho);
        }
    }

    /// The penalty, a single number of 0 or more; infinite if a unit is always 0 or always 1.
    ///
    /// @throws IllegalArgumentException if an activation is not in 0…1
    public Var apply(Var activations) {
        Probabilities.check("klSparsity", activations.borrow().array(), "put sigmoid() before it");
        Var mean = meanActivations(activations);
        Var active = mean.log().times(-rho);
        Var passive = mean.negate().plus(1).log().times(-(1 - rho));
        double entropy = -rho * StrictMath.log(rho) - (1 - rho) * StrictMath.log(1 - rho);
        return active.plus(passive).plus(-entropy).sum();
    }

    /// ρ̂, the mean activation of each unit over the batch.
    public Var meanActivations(Var activations) {
        return activations.mean(0);
    }
}
