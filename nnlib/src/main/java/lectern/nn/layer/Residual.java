package lectern.nn.layer;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// A residual connection, **y = f(x) + s(x)**: what f adds to its input, which goes past it unchanged, or by
/// way of s where f changes its shape.
///
/// Source: K. He et al., *Deep Residual Learning for Image Recognition* (CVPR 2016), eq. (1) and (2).
///
/// @param inner f
/// @param shortcut s, the identity where the shapes agree
public record Residual(Layer inner, Layer shortcut) implements Layer {

    /// With the identity as the shortcut.
    public static Residual of(Layer... inner) {
        return new Residual(new Sequential(List.of(inner)), new Identity());
    }

    /// @throws lectern.nn.tensor.ShapeException if f(x) and s(x) have different shapes
    @Override
    public Var apply(Var x) {
        return inner.apply(x).plus(shortcut.apply(x));
    }

    @Override
    public List<Var> parameters() {
        return new Sequential(List.of(inner, shortcut)).parameters();
    }

    @Override
    public List<Tensor> statistics() {
        return new Sequential(List.of(inner, shortcut)).statistics();
    }

    @Override
    public String toString() {
        return "residual(" + inner + ", " + shortcut + ")";
    }
}
