package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes a session smaller as long as the engines differ in the same way.
///
/// @param findings compares the engines on a session
record Shrinker(Function<Session, List<Finding>> findings) {

    Session shrunk(Session session) {
        var first = findings.apply(session);
        if (first.isEmpty()) {
            return session;
        }
        var way = way(first.getFirst());
        var smaller = session;
        for (int i = session.probes().size() - 1; i >= 0; i--) {
            smaller = better(smaller, smaller.withoutProbe(i), way);
        }
        for (int i = smaller.cells().size() - 1; i >= 0; i--) {
            smaller = better(smaller, smaller.without(i), way);
        }
        for (int i = smaller.cells().size() - 1; i >= 0; i--) {
            smaller = fewerLines(smaller, i, way);
        }
        return smaller;
    }

    private Session fewerLines(Session session, int cell, String way) {
        var smaller = session;
        var lines = new ArrayList<>(session.cells().get(cell).lines().toList());
        for (int i = lines.size() - 1; i >= 0; i--) {
            var fewer = new ArrayList<>(lines);
            fewer.remove(i);
            var tried = better(smaller, smaller.with(cell, fewer.stream().collect(Collectors.joining("\n"))), way);
            if (!tried.equals(smaller)) {
                lines.remove(i);
                smaller = tried;
            }
        }
        return smaller;
    }

    private Session better(Session old, Session smaller, String way) {
        var found = findings.apply(smaller);
        return !found.isEmpty() && way(found.getFirst()).equals(way) ? smaller : old;
    }

    // What the engines said, without the numbers and texts.
    private static String way(Finding finding) {
        return kind(finding.jshell()) + " / " + kind(finding.ours());
    }

    private static String kind(String answer) {
        return answer.replaceFirst("(:| printed).*", "").replaceFirst("^value (\\S+).*", "value $1");
    }
}
