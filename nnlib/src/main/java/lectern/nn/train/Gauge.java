package lectern.nn.train;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// A number of each matrix of weights that is worth a curve while a network learns.
///
/// Read at some hundred updates of a training, at the same ones whenever it is repeated.
public enum Gauge {

    /// **‖∂L/∂W‖**, of the gradient by which the weights are about to change: which layers the error reaches.
    GRADIENT_NORM("gradient norm") {
        @Override
        double read(Tensor before, Var weight) {
            return norm(weight.borrowGradient());
        }
    },

    /// **‖ΔW‖ / ‖W‖**, how far an update moves the weights for their size: about 10⁻³ is common where learning goes
    /// well.
    UPDATE_RATIO("size of update / size of weights") {
        @Override
        double read(Tensor before, Var weight) {
            Tensor change = Tensor.zeros(before.shape());
            float[] now = weight.borrow().array();
            float[] old = before.array();
            float[] to = change.array();
            for (int i = 0; i < to.length; i++) {
                to[i] = now[i] - old[i];
            }
            double size = norm(before);
            return size == 0 ? 0 : norm(change) / size;
        }
    };

    private final String title;

    Gauge(String title) {
        this.title = title;
    }

    /// What the numbers are, for an axis.
    public String title() {
        return title;
    }

    /// @param before the weights before the update
    /// @param weight after it, with the gradient that it was made by
    abstract double read(Tensor before, Var weight);

    private static double norm(Tensor tensor) {
        float[] numbers = tensor.array();
        double sum = 0;
        for (float number : numbers) {
            sum += (double) number * number;
        }
        return Math.sqrt(sum);
    }
}
