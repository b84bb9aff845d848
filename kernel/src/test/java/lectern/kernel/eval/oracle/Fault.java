package lectern.kernel.eval.oracle;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.Outcome;

/// Something that an evaluator does wrong.
///
/// @param cell what it takes a cell for
/// @param outcome what it makes of the outcome
record Fault(UnaryOperator<String> cell, UnaryOperator<Outcome> outcome) {

    /// Takes each text of a cell that fits the pattern for another.
    static Fault inCell(String pattern, String wrong) {
        return new Fault(cell -> cell.replaceAll(pattern, wrong), UnaryOperator.identity());
    }

    static Fault inOutcome(UnaryOperator<Outcome> wrong) {
        return new Fault(UnaryOperator.identity(), wrong);
    }

    /// An evaluator that does it.
    Supplier<Evaluator> in(Supplier<Evaluator> sound) {
        return () -> {
            var evaluator = sound.get();
            return (Evaluator) Proxy.newProxyInstance(
                    Fault.class.getClassLoader(),
                    new Class<?>[] {Evaluator.class},
                    (_, method, arguments) -> method.getName().equals("evaluate")
                            ? outcome.apply(
                                    evaluator.evaluate((Integer) arguments[0], cell.apply((String) arguments[1])))
                            : method.invoke(evaluator, arguments));
        };
    }
}
