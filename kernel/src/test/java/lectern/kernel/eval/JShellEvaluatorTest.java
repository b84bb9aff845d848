package lectern.kernel.eval;

import java.util.List;
import java.util.function.Consumer;

class JShellEvaluatorTest extends EvaluatorTest {

    @Override
    Evaluator build(Consumer<String> notes) {
        return new JShellEvaluator(IMPORTS, List.of(), notes);
    }
}
