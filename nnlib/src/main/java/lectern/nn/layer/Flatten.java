package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;

/// Each example as one row of numbers: (batch, …) becomes (batch, features).
public record Flatten() implements Layer {

    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        int batch = shape.size(0);
        return x.reshape(batch, batch == 0 ? 0 : shape.count() / batch);
    }

    @Override
    public String toString() {
        return "flatten";
    }
}
