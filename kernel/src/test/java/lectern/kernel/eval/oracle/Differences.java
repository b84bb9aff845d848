package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The one list of deliberate differences: what JShell answers, what we answer, and why ours is better.
///
/// @param sessions by the name of the session
record Differences(Map<String, Difference> sessions) {

    /// @param why what a user gains
    /// @param findings each answer that differs
    record Difference(String why, Set<Finding> findings) {}

    static Differences read(String resource) {
        var sessions = new LinkedHashMap<String, Difference>();
        for (var session : SessionFile.parse(SessionFile.resource(resource))) {
            var fields = session.cells()
                    .getFirst()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (fields.isEmpty() || !fields.getFirst().startsWith("why: ") || fields.size() % 3 != 1) {
                throw new IllegalArgumentException("differences, " + session.name()
                        + ": expected a line 'why: …', then three lines 'at: …', 'jshell: …', 'ours: …' for each step");
            }
            var findings = new LinkedHashSet<Finding>();
            for (int i = 1; i < fields.size(); i += 3) {
                findings.add(new Finding(
                        session.name(),
                        field(fields.get(i), "at: "),
                        field(fields.get(i + 1), "jshell: "),
                        field(fields.get(i + 2), "ours: ")));
            }
            var difference = new Difference(field(fields.getFirst(), "why: "), findings);
            if (sessions.put(session.name(), difference) != null) {
                throw new IllegalArgumentException(
                        "differences: expected a session once, found twice: " + session.name());
            }
        }
        return new Differences(sessions);
    }

    private static String field(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("differences: expected '" + name + "…', found '" + line + "'");
        }
        return line.substring(name.length());
    }

    /// What is wrong with the answers to a session: a difference that nobody meant, or one that is not there any more.
    List<String> complaints(Session session, List<Finding> findings) {
        var meant = sessions.containsKey(session.name())
                ? sessions.get(session.name()).findings()
                : Set.<Finding>of();
        var complaints = new ArrayList<String>();
        var unmeant = text(findings, finding -> !meant.contains(finding));
        if (!unmeant.isEmpty()) {
            complaints.add("not in the list of differences:\n" + session.text() + unmeant);
        }
        var gone = text(meant, finding -> !findings.contains(finding));
        if (!gone.isEmpty()) {
            complaints.add(
                    "in the list of differences, but not found:\n" + Session.NAME + session.name() + "\n" + gone);
        }
        return complaints;
    }

    private static String text(Iterable<Finding> findings, Predicate<Finding> wanted) {
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(wanted)
                .map(Finding::text)
                .collect(Collectors.joining());
    }
}
