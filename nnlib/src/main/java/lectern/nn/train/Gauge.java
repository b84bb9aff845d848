package lectern.nn.train;

/// A number of each matrix of weights, or of each layer, that is worth a curve while a network learns.
///
/// Read at some hundred updates of a training, at the same ones whenever it is repeated.
public enum Gauge {

    /// **‖∂L/∂W‖**, of the gradient by which the weights are about to change: which layers the error reaches.
    GRADIENT_NORM("gradient norm"),

    /// **‖ΔW‖ / ‖W‖**, how far an update moves the weights for their size: about 10⁻³ is common where learning goes
    /// well.
    UPDATE_RATIO("size of update / size of weights"),

    /// The standard deviation of all numbers that a layer puts out for the first 64 examples of the training, after its
    /// nonlinearity: where it shrinks from layer to layer the signal dies out.
    ACTIVATION_SPREAD("standard deviation of activations");

    private final String title;

    Gauge(String title) {
        this.title = title;
    }

    /// What the numbers are, for an axis.
    public String title() {
        return title;
    }
}
