package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes a session smaller as long as the engines differ in the same way.
record Shrinker(Comparison comparison) {

    Session shrunk(Session session) {
        var result = comparison.compare(session);
        if (result.findings().isEmpty()) {
            return session;
        }
        var first = result.findings().getFirst();
        var search = new Search(kinds(first), result.refused(), upTo(first, session));
        for (int count = Math.max(1, search.best.cells().size() / 2); count > 0; count /= 2) {
            search.dropCells(count);
        }
        for (int i = search.best.cells().size() - 1; i >= 0; i--) {
            search.dropLines(i);
        }
        return search.best;
    }

    // What comes after the first difference has nothing to do with it.
    private static Session upTo(Finding first, Session session) {
        if (first.step().startsWith(Steps.PROBE)) {
            return new Session(
                    session.name(), session.cells(), List.of(first.step().substring(Steps.PROBE.length())));
        }
        int cells = Integer.parseInt(first.step().substring(Steps.CELL.length()));
        return new Session(session.name(), session.cells().subList(0, cells), List.of());
    }

    // What the engines said, without the numbers and texts.
    private static String kinds(Finding finding) {
        return kind(finding.jshell()) + " / " + kind(finding.ours());
    }

    private static String kind(String answer) {
        return answer.replaceFirst("(:| printed).*", "").replaceFirst("^value (\\S+).*", "value $1");
    }

    private final class Search {

        private final String kinds;
        private final Set<String> refused;
        private Session best;

        Search(String kinds, Set<String> refused, Session best) {
            this.kinds = kinds;
            this.refused = refused;
            this.best = best;
        }

        void dropCells(int count) {
            for (int to = best.cells().size() - 1; to > 0; to -= count) {
                var fewer = new ArrayList<>(best.cells());
                fewer.subList(Math.max(0, to - count), to).clear();
                offer(new Session(best.name(), List.copyOf(fewer), best.probes()));
            }
        }

        void dropLines(int cell) {
            int lines = best.cells().get(cell).split("\n", -1).length;
            for (int line = lines - 1; line >= 0; line--) {
                var fewer = new ArrayList<>(List.of(best.cells().get(cell).split("\n", -1)));
                fewer.remove(line);
                var others = new ArrayList<>(best.cells());
                others.set(cell, String.join("\n", fewer));
                offer(new Session(best.name(), List.copyOf(others), best.probes()));
            }
        }

        // A cell that is refused only now would be another difference.
        private void offer(Session smaller) {
            var result = comparison.compare(smaller);
            if (!result.findings().isEmpty()
                    && refused.containsAll(result.refused())
                    && kinds(result.findings().getFirst()).equals(kinds)) {
                best = smaller;
            }
        }
    }
}
