package lectern.kernel.eval.oracle;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lectern.kernel.eval.Evaluator;

/// Runs a session through two engines and finds where they answer differently.
///
/// @param oracle makes the engine that is right
/// @param candidate makes the one that is asked whether it is
record Comparison(Supplier<Evaluator> oracle, Supplier<Evaluator> candidate) {

    /// JShell beside the compiler of cells.
    static Comparison ofOurs() {
        Printed.install();
        return new Comparison(Engine::jshell, Engine::ours);
    }

    /// @param refused cells before the first difference that neither engine has understood
    record Result(List<Finding> findings, Set<String> refused) {}

    Result compare(Session session) {
        try (var right = new Engine(oracle);
                var asked = new Engine(candidate)) {
            var steps = new Steps(session.name(), right, asked);
            for (int i = 0; i < session.cells().size(); i++) {
                steps.compare(Steps.CELL + (i + 1), session.cells().get(i));
            }
            steps.ask(session.probes());
            return new Result(steps.findings(), steps.refused());
        }
    }
}
