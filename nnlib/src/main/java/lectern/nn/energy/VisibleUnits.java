package lectern.nn.energy;

/// What the visible units of an [Rbm] are, given the hidden ones.
public enum VisibleUnits {
    /// 0 or 1, with P(vᵢ = 1 | h) = σ(bᵢ + Σⱼ wᵢⱼ hⱼ).
    BINARY,
    /// Any number, from N(bᵢ + Σⱼ wᵢⱼ hⱼ, 1): data should have about unit variance.
    GAUSSIAN
}
