package lectern.nn.tensor;

/// How large starting weights are to be, so that signals neither fade nor grow from layer to layer: their
/// variance.
public enum Scaling {
    /// 2 / (in + out), for activations that are near the identity at 0, such as tanh.
    ///
    /// Source: X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural
    /// networks* (2010), eq. (12).
    GLOROT,
    /// 2 / in, for ReLU, which loses half of the signal.
    ///
    /// Source: K. He, X. Zhang, S. Ren and J. Sun, *Delving Deep into Rectifiers* (2015), eq. (10).
    HE,
    /// 1 / in, also for SELU.
    ///
    /// Source: Y. LeCun, L. Bottou, G. B. Orr and K.-R. Müller, *Efficient BackProp* (1998), eq. (16).
    LECUN;

    /// r, so that U(−r, r) has this variance.
    ///
    /// @param shape of the weights, (out, in, …)
    /// @throws ShapeException if there are not two dimensions or more
    public double bound(Shape shape) {
        return Math.sqrt(3 * numerator() / divisor(Fan.of(shape)));
    }

    /// σ, so that N(0, σ²) has this variance.
    ///
    /// @param shape of the weights, (out, in, …)
    /// @throws ShapeException if there are not two dimensions or more
    public double deviation(Shape shape) {
        return Math.sqrt(numerator() / divisor(Fan.of(shape)));
    }

    private double numerator() {
        return this == LECUN ? 1 : 2;
    }

    private double divisor(Fan fan) {
        return this == GLOROT ? fan.in() + fan.out() : fan.in();
    }
}
