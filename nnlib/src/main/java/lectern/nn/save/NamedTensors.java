package lectern.nn.save;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The tensors of a model by name: what it has learned, and what else it remembers, such as running
/// statistics.
///
/// A record's components give the names, those of records in it follow after a point, and so do the places in a
/// list: the weight of the third layer of a sequence is `layers.2.weight`. The parameters of a layer that is no
/// record have numbers. A tensor that is found twice, as tied weights are, has its first name only.
final class NamedTensors {

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Set<float[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private NamedTensors() {}

    /// The live tensors, in the order of the components.
    static Map<String, Tensor> of(Layer model) {
        NamedTensors found = new NamedTensors();
        found.look("", model);
        found.number("", model);
        return found.tensors;
    }

    private void look(String name, @Nullable Object value) {
        switch (value) {
            case Var variable when !variable.isTracked() -> {} // a constant is not learned
            case Var variable -> add(name, variable.value());
            case Tensor tensor -> add(name, tensor);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    look(under(name, Integer.toString(i)), list.get(i));
                }
            }
            case Record part -> {
                for (RecordComponent component : part.getClass().getRecordComponents()) {
                    look(under(name, component.getName()), get(part, component));
                }
            }
            case Layer layer -> number(name, layer);
            case null, default -> {}
        }
    }

    /// Parameters that have no name yet.
    private void number(String name, Layer layer) {
        List<Var> parameters = layer.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            add(under(name, Integer.toString(i)), parameters.get(i).value());
        }
    }

    private void add(String name, Tensor tensor) {
        if (seen.add(tensor.array())) {
            tensors.put(name, tensor);
        }
    }

    private static String under(String name, String part) {
        return name.isEmpty() ? part : name + "." + part;
    }

    private static @Nullable Object get(Record part, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true); // a record in a cell need not be public
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("save: cannot read " + component.getName() + " of " + part.getClass(), e);
        }
    }
}
