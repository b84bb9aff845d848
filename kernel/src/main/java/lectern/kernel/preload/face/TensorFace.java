package lectern.kernel.preload.face;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// A tensor, and a variable by its tensor: see [NumberForms].
final class TensorFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        return switch (value) {
            case Tensor tensor -> {
                NumberForms.show("tensor", tensor, bundle);
                yield true;
            }
            case Var variable -> {
                var made = variable.operation();
                NumberForms.show(made.isEmpty() ? "var" : "var of " + made, variable.value(), bundle);
                yield true;
            }
            default -> false;
        };
    }
}
