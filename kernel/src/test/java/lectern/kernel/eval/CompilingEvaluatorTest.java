package lectern.kernel.eval;

import java.util.List;
import java.util.function.Consumer;

class CompilingEvaluatorTest extends EvaluatorTest {

    @Override
    Evaluator build(Consumer<String> notes) {
        return new CompilingEvaluator(IMPORTS, List.of(), notes);
    }
}
