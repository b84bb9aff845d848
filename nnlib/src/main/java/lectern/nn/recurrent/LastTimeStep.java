package lectern.nn.recurrent;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.ShapeException;

/// What a sequence ends with: (time, batch, features) becomes (batch, features).
public record LastTimeStep() implements Layer {

    /// @throws ShapeException if x is not (time, batch, features), or has no time step
    @Override
    public Var apply(Var x) {
        if (x.shape().rank() != 3 || x.shape().size(0) == 0) {
            throw new ShapeException("lastTimeStep", "a sequence (time, batch, features)", x.shape());
        }
        int time = x.shape().size(0);
        return x.slice(time - 1, time).reshape(x.shape().size(1), x.shape().size(2));
    }

    @Override
    public String toString() {
        return "last time step";
    }
}
