package lectern.nn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Pictures of what a network is at the moment, by their names.
final class WatchedImages {

    private final Map<String, Supplier<Tensor>> images = new LinkedHashMap<>();

    void add(String name, Supplier<Tensor> of) {
        if (images.putIfAbsent(name, of) != null) {
            throw new IllegalArgumentException(
                    "watch: expected images to have a name of their own, found " + name + " twice");
        }
    }

    boolean isEmpty() {
        return images.isEmpty();
    }

    /// Copies of all, as they are now.
    ///
    /// @throws ShapeException if something is no batch of images
    Map<String, Tensor> now() {
        Map<String, Tensor> now = new LinkedHashMap<>();
        images.forEach((name, of) -> now.put(name, checked(name, of.get()).copy()));
        return Collections.unmodifiableMap(now);
    }

    private static Tensor checked(String name, Tensor tensor) {
        Shape shape = tensor.shape();
        boolean isBatch = shape.rank() == 3 || (shape.rank() == 4 && (shape.size(1) == 1 || shape.size(1) == 3));
        if (!isBatch || tensor.count() == 0) {
            throw new ShapeException(
                    "watch " + name, "images (count, height, width), or with 1 or 3 channels before the height", shape);
        }
        return tensor;
    }
}
