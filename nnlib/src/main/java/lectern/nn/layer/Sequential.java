package lectern.nn.layer;

import java.util.List;
import java.util.stream.Collectors;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// Layers one after the other, **y = fₙ(… f₂(f₁(x)))**.
///
/// A nonlinearity that follows a fully connected layer is computed together with it; the result is the same to
/// the last bit.
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
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Layer next = i + 1 < layers.size() ? layers.get(i + 1) : layer;
            if (layer instanceof Dense dense && next instanceof Activation activation && activation.fused() != null) {
                y = dense.apply(y, activation.fused());
                i++;
            } else {
                y = layer.apply(y);
            }
        }
        return y;
    }

    @Override
    public List<Var> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public List<Tensor> statistics() {
        return layers.stream().flatMap(layer -> layer.statistics().stream()).toList();
    }

    /// The layers, and how many numbers are learned.
    @Override
    public String toString() {
        int count = parameters().stream().mapToInt(p -> p.value().count()).sum();
        return layers.stream().map(Layer::toString).collect(Collectors.joining(", ", "sequential(", ")")) + " with "
                + count + " parameters";
    }
}
