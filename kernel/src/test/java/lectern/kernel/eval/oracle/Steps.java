package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts one question after another to both engines, and notes where the answers differ.
final class Steps {

    static final String CELL = "cell ";
    static final String PROBE = "probe ";

    private final String session;
    private final Engine right;
    private final Engine asked;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    Steps(String session, Engine right, Engine asked) {
        this.session = session;
        this.right = right;
        this.asked = asked;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// What an engine has not understood, up to the first difference.
    Set<String> refused() {
        return Set.copyOf(refused);
    }

    void compare(String step, String source) {
        var expected = right.answer(source);
        var found = asked.answer(source);
        if (!expected.equals(found)) {
            findings.add(new Finding(session, step, expected.toString(), found.toString()));
        } else if (findings.isEmpty() && expected.refused()) {
            refused.add(source);
        }
    }

    /// The values of all probes, in one question where that can be.
    void ask(List<String> probes) {
        if (probes.size() < 2) {
            probes.forEach(probe -> compare(PROBE + probe, probe));
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
