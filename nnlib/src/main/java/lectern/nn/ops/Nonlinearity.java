package lectern.nn.ops;

/// What an affine map may apply to its result while that is still in the cache.
public enum Nonlinearity {
    /// y = z.
    IDENTITY,
    /// y = max(z, 0).
    RELU,
    /// y = tanh z.
    TANH,
    /// y = 1 / (1 + e⁻ᶻ).
    SIGMOID
}
