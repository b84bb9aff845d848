package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.List;
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

    List<Finding> findings(Session session) {
        var findings = new ArrayList<Finding>();
        try (var right = new Engine(oracle);
                var asked = new Engine(candidate)) {
            var steps = new Steps(session.name(), right, asked, findings);
            for (int i = 0; i < session.cells().size(); i++) {
                steps.compare("cell " + (i + 1), session.cells().get(i));
            }
            steps.ask(session.probes());
        }
        return List.copyOf(findings);
    }

    private record Steps(String session, Engine right, Engine asked, List<Finding> findings) {

        boolean compare(String step, String source) {
            var expected = right.answer(source);
            var found = asked.answer(source);
            boolean same = expected.equals(found);
            if (!same) {
                findings.add(new Finding(session, step, expected.toString(), found.toString()));
            }
            return same;
        }

        /// The values of all probes, in one question where that can be.
        void ask(List<String> probes) {
            if (probes.size() < 2) {
                probes.forEach(probe -> compare("probe " + probe, probe));
                return;
            }
            var together = "new Object[] {" + String.join(", ", probes) + "}";
            var expected = right.answer(together);
            if (expected.refused() || !expected.equals(asked.answer(together))) {
                int half = probes.size() / 2;
                ask(probes.subList(0, half));
                ask(probes.subList(half, probes.size()));
            }
        }
    }
}
