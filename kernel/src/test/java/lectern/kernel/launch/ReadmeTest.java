package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lectern.kernel.eval.JShellEvaluator;
import lectern.kernel.eval.Outcome;
import lectern.kernel.preload.Imports;
import lectern.nn.train.History;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theCellOfTheReadmeTrainsANetwork() throws Exception {
        List<String> cells = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertEquals(1, cells.size());
        try (var evaluator = new JShellEvaluator(Imports.declarations(), List.of(), _ -> {})) {
            var value = assertInstanceOf(Outcome.Value.class, evaluator.evaluate(1, cells.getFirst()));
            var losses = assertInstanceOf(History.class, value.value()).losses();
            assertTrue(losses[4] < 0.5 * losses[0], "expected the loss to fall");
        }
    }
}
