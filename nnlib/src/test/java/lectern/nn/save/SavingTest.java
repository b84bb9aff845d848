package lectern.nn.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

    @TempDir
    private Path folder;

    private static Sequential network(int seed) {
        RandomGenerator random = SeededRandom.of(seed);
        return new Sequential(List.of(
                Conv2d.of(1, 2, 3, random),
                BatchNorm.of(2),
                new Relu(),
                new Sequential(List.of(new Flatten(), Dense.of(32, 3, random)))));
    }

    private static Tensor images() {
        return Tensor.normal(Shape.of(4, 1, 6, 6), 1, SeededRandom.of(5));
    }

    @Test
    void aModelComesBackAsItWasWithItsRunningStatistics() {
        Path file = folder.resolve("model.safetensors");
        Layer model = network(1);
        Phase.training(() -> model.apply(Var.constant(images())));
        Saving.save(model, file);
        Layer other = network(2);
        Saving.load(other, file);
        assertEquals(
                model.apply(Var.constant(images())).value(),
                other.apply(Var.constant(images())).value());
        assertEquals(
                List.of(
                        "layers.0.bias",
                        "layers.0.filter",
                        "layers.1.beta",
                        "layers.1.gamma",
                        "layers.1.runningMean",
                        "layers.1.runningVariance",
                        "layers.3.layers.1.bias",
                        "layers.3.layers.1.weight"),
                List.copyOf(Safetensors.read(file).keySet()));
    }

    /// Two layers of the same weights, one of them in a list, and a layer that is no record.
    private record Tied(Var weight, List<Var> others, Layer inner) implements Layer {

        @Override
        public Var apply(Var x) {
            return inner.apply(x.matmulT(weight));
        }

        @Override
        public List<Var> parameters() {
            List<Var> all = new ArrayList<>(others);
            all.add(weight);
            all.addAll(inner.parameters());
            return all;
        }
    }

    private static Layer plain(Var... parameters) {
        return new Layer() {
            @Override
            public Var apply(Var x) {
                return x;
            }

            @Override
            public List<Var> parameters() {
                return List.of(parameters);
            }
        };
    }

    @Test
    void tiedWeightsAreThereOnceAndLayersThatAreNoRecordsAreNumbered() {
        Var weight = Var.of(Tensor.of(1, 2).reshape(1, 2));
        Layer model = new Tied(weight, List.of(weight, Var.of(Tensor.of(3))), plain(Var.of(Tensor.of(4)), weight));
        Map<String, Tensor> found = NamedTensors.of(model);
        Map<String, Tensor> expected = new LinkedHashMap<>();
        expected.put("weight", weight.value());
        expected.put("others.1", Tensor.of(3));
        expected.put("inner.0", Tensor.of(4));
        assertEquals(List.copyOf(expected.entrySet()), List.copyOf(found.entrySet()));
        assertEquals(Map.of("0", Tensor.of(5)), NamedTensors.of(plain(Var.of(Tensor.of(5)))));
    }

    @Test
    void aFileOfAnotherModelIsRefusedAndTheModelStaysAsItWas() {
        Path file = folder.resolve("a.safetensors");
        Dense model = Dense.of(2, 3, SeededRandom.of(1));
        Tensor before = model.weight().value().copy();
        Tensor weight = Tensor.zeros(3, 2);
        Tensor bias = Tensor.zeros(1, 3);
        refused("weight (3, 2), found none of that name", model, file, Map.of("bias", bias));
        refused("weight (3, 2), found instead kernel", model, file, Map.of("bias", bias, "kernel", weight));
        refused("bias (1, 3), found (3)", model, file, Map.of("weight", weight, "bias", Tensor.zeros(3)));
        refused(
                "nothing but what the model has, found more",
                model,
                file,
                Map.of("weight", weight, "bias", bias, "more", bias));
        assertEquals(before, model.weight().value());
        Safetensors.write(file, Map.of("weight", weight, "bias", bias));
        Saving.load(model, file);
        assertEquals(weight, model.weight().value());
    }

    private static void refused(String message, Layer model, Path file, Map<String, Tensor> tensors) {
        Safetensors.write(file, tensors);
        assertEquals(
                "load a.safetensors: expected " + message,
                assertThrows(IllegalArgumentException.class, () -> Saving.load(model, file))
                        .getMessage());
    }
}
