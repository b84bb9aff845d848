package lectern.nn.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers of another implementation, one file a case: those of this project, or the folder that the system
/// property `lectern.golden` names.
class GoldenTest {

    private static final String FOLDER = System.getProperty("lectern.golden", "");

    /// For each category, its operations by name.
    private static final Map<String, Map<String, Check>> CHECKS = Map.ofEntries(
            Map.entry("layer", LayerCases.CHECKS),
            Map.entry("activation", ActivationCases.CHECKS),
            Map.entry("loss", LossCases.CHECKS),
            Map.entry("block", BlockCases.CHECKS),
            Map.entry("recurrent", RecurrentCases.CHECKS),
            Map.entry("bptt", BpttCases.CHECKS),
            Map.entry("attention", AttentionCases.CHECKS),
            Map.entry("optimizer", OptimizerCases.CHECKS),
            Map.entry("training", TrainingCases.CHECKS),
            Map.entry("adversarial", AdversarialCases.CHECKS),
            Map.entry("rbm", RbmCases.CHECKS),
            Map.entry("hopfield", HopfieldCases.CHECKS),
            Map.entry("word2vec", WordCases.CHECKS),
            Map.entry("classic", TheoryCases.CHECKS));

    static Stream<Path> cases() throws IOException, URISyntaxException {
        Path folder = FOLDER.isEmpty()
                ? Path.of(GoldenTest.class.getResource("/golden").toURI())
                : Path.of(FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(GoldenTest::isCase).sorted().toList().stream();
        }
    }

    private static boolean isCase(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.equals("index.json");
    }

    @Test
    void theCasesAreThere() throws Exception {
        long count = cases().count();
        if (FOLDER.isEmpty()) {
            assertEquals(188, count);
        } else {
            assertTrue(count > 0, "expected cases (*.json) in " + FOLDER + ", found none");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(Path file) {
        GoldenCase golden = GoldenCase.read(file);
        Map<String, Check> checks = CHECKS.get(golden.category());
        if (checks == null) {
            throw new AssertionError(
                    golden.name() + ": expected a category of " + CHECKS.keySet() + ", found " + golden.category());
        }
        Check check = checks.get(golden.op());
        if (check == null) {
            throw new AssertionError(
                    golden.name() + ": expected an operation of " + checks.keySet() + ", found " + golden.op());
        }
        check.run(golden);
    }
}
