package lectern.nn.layer;

import java.util.List;
import java.util.stream.Collectors;
import lectern.nn.autograd.Var;

/// Layers one after the other, **y = fₙ(… f₂(f₁(x)))**.
///
/// @param layers in the order in which they are applied
public record Sequential(List<Layer> layers) implements Layer {

    /// Keeps a copy of the list.
    public Sequential {
        layers = List.copyOf(layers);
    }

    @Override
    public Var apply(Var x) {
        Var y = x;
        for (Layer layer : layers) {
            y = layer.apply(y);
        }
        return y;
    }

    @Override
    public List<Var> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /// The layers, and how many numbers are learned.
    @Override
    public String toString() {
        int count = parameters().stream().mapToInt(p -> p.value().count()).sum();
        return layers.stream().map(Layer::toString).collect(Collectors.joining(", ", "sequential(", ")")) + " with "
                + count + " parameters";
    }
}
