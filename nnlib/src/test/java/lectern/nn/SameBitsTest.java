package lectern.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One seed gives one result: a whole training ends in the same weights whatever computes it.
class SameBitsTest {

    private static final String VECTOR = "--add-modules=jdk.incubator.vector";

    /// Trains networks whose sizes fit no vector, and prints a number that depends on every bit of their
    /// weights.
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            NN.threads(Integer.parseInt(arguments[0]));
        }
        if (arguments.length > 1) {
            WarmUp.prepare();
        }
        System.out.println("weights " + fingerprint());
    }

    private static int fingerprint() {
        var random = NN.random(5);
        int mlp = trained(
                NN.sequential(
                        NN.dense(37, 131, random),
                        NN.tanh(),
                        NN.dense(131, 67, random),
                        NN.softplus(),
                        NN.dense(67, 41, random),
                        NN.sigmoid(),
                        NN.dense(41, 10, random)),
                Shape.of(305, 37));
        int cnn = trained(
                NN.sequential(
                        NN.conv2d(1, 5, 3, random),
                        NN.relu(),
                        NN.maxPool2d(2),
                        NN.conv2d(5, 18, 3, random).padding(1),
                        NN.tanh(),
                        NN.averagePool2d(2),
                        NN.flatten(),
                        NN.dense(72, 10, random)),
                Shape.of(122, 1, 11, 10));
        int lstm = trained(
                NN.sequential(NN.timeFirst(), NN.lstm(7, 19, random), NN.lastTimeStep(), NN.dense(19, 10, random)),
                Shape.of(122, 6, 7));
        return 31 * (31 * mlp + cnn) + lstm;
    }

    /// What a training leaves, from all bits of the weights.
    private static int trained(Layer model, Shape inputs) {
        var random = NN.random(6);
        int[] labels = random.ints(inputs.size(0), 0, 10).toArray();
        NN.train(model, Examples.labelled(Tensor.normal(inputs, 1, random), labels))
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(3e-3))
                .batchSize(61)
                .epochs(6)
                .seed(9)
                .run();
        return model.parameters().stream()
                .mapToInt(p -> Arrays.hashCode(p.value().array()))
                .reduce(0, (all, one) -> 31 * all + one);
    }

    static Stream<List<String>> machines() {
        String main = SameBitsTest.class.getName();
        return Stream.of(
                List.of(VECTOR, main, "1"),
                List.of(VECTOR, main, "2"),
                List.of(VECTOR, main, "3"),
                List.of(VECTOR, main, "2", "with plain loops"),
                List.of(VECTOR, "-XX:UseAVX=2", main),
                List.of(VECTOR, "-XX:UseAVX=1", main),
                List.of(VECTOR, "-Xint", "-Dlectern.ops=reference", main),
                List.of("-Dlectern.ops=reference", main));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aTrainingEndsInTheSameWeights(List<String> machine) throws Exception {
        assertTrue(java(machine).contains("weights " + fingerprint()), () -> "other weights with " + machine);
    }

    @Test
    void withoutTheModuleItComputesTheSameAndNamesTheFlagOnce() throws Exception {
        String output = java(List.of(SameBitsTest.class.getName()));
        assertTrue(output.contains("weights " + fingerprint()), output);
        assertEquals(2, output.split("start Java with --add-modules=jdk.incubator.vector", -1).length, output);
    }

    private static String java(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
