package lectern.nn.recurrent;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.ShapeException;

/// A batch of sequences by time steps, as recurrent layers take it: (batch, time, …) becomes
/// (time, batch, …).
public record TimeFirst() implements Layer {

    /// @throws ShapeException if x is not (batch, time, …)
    @Override
    public Var apply(Var x) {
        if (x.shape().rank() < 2) {
            throw new ShapeException("timeFirst", "sequences (batch, time, …)", x.shape());
        }
        return x.swapFirst();
    }

    @Override
    public String toString() {
        return "time first";
    }
}
