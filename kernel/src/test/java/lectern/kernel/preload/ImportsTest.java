package lectern.kernel.preload;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.eval.JShellEvaluator;
import lectern.kernel.eval.Outcome;
import org.junit.jupiter.api.Test;

class ImportsTest {

    @Test
    void everyStaticImportNamesAClass() {
        for (var name : Imports.STATIC) {
            assertDoesNotThrow(() -> Class.forName(name));
        }
    }

    @Test
    void everyImportIsAcceptedAndSeen() {
        var notes = new ArrayList<String>();
        try (var evaluator = new JShellEvaluator(Imports.declarations(), List.of(), notes::add)) {
            assertEquals(List.of(), notes);
            assertEquals(
                    new Outcome.Value("[1]"),
                    evaluator.evaluate(1, "Stream.of(1).map(String::valueOf).collect(Collectors.toList()).toString()"));
        }
    }
}
