package lectern.nn.save;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Tensor;

/// The numbers of a model written to a file and read again, to the last bit: what it has learned and what else
/// it remembers, such as running statistics. The file is one of [Safetensors].
///
/// The program builds the model; the file fills it. The names are those of the records that the model is made
/// of: the weight of the third layer of a sequence is `layers.2.weight`. The parameters of a layer that is no
/// record have numbers.
public final class Saving {

    private Saving() {}

    /// Writes the numbers of a model to a file.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be written; an older file is then still there
    public static void save(Layer model, Path file) {
        Safetensors.write(file, NamedTensors.of(model));
    }

    /// Fills a model with the numbers of a file.
    ///
    /// @throws IllegalArgumentException if the file is damaged, or is not one of a model of the same names and
    /// shapes; the message says which, and the model is as it was
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static void load(Layer model, Path file) {
        Map<String, Tensor> wanted = NamedTensors.of(model);
        Map<String, Tensor> found = Safetensors.read(file);
        String where = "load " + file.getFileName() + ": expected ";
        List<String> unknown = new ArrayList<>(found.keySet());
        unknown.removeAll(wanted.keySet());
        wanted.forEach((name, tensor) -> {
            Tensor read = found.get(name);
            if (read == null) {
                String others = unknown.isEmpty() ? "none of that name" : "instead " + String.join(", ", unknown);
                throw new IllegalArgumentException(where + name + " " + tensor.shape() + ", found " + others);
            }
            if (!read.shape().equals(tensor.shape())) {
                throw new IllegalArgumentException(where + name + " " + tensor.shape() + ", found " + read.shape());
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    where + "nothing but what the model has, found " + String.join(", ", unknown));
        }
        wanted.forEach((name, tensor) -> {
            Tensor read = found.getOrDefault(name, tensor);
            System.arraycopy(read.array(), 0, tensor.array(), 0, tensor.count());
        });
    }
}
