package lectern.kernel.eval.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads sessions: `=== name`, cells with `---` between them, and a line `??? expression` for each probe. Every
/// variable
/// that the cells seem to declare is a probe, too.
final class SessionFile {

    private SessionFile() {}

    /// The sessions of a theme, a resource beside this class.
    static List<Session> read(String theme) {
        return parse(resource(theme + ".cells"));
    }

    static String resource(String name) {
        try (InputStream in = SessionFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("oracle: expected a resource " + name + ", found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Session> parse(String text) {
        var sessions = new ArrayList<Session>();
        var parts = ("\n" + text).split("\n" + Session.NAME, -1);
        // Before the first session stands what the theme is about.
        for (var part : Arrays.asList(parts).subList(1, parts.length)) {
            int end = part.indexOf('\n');
            sessions.add(session(part.substring(0, end), part.substring(end + 1)));
        }
        return sessions;
    }

    private static Session session(String name, String body) {
        var cells = new ArrayList<String>();
        var probes = new ArrayList<String>();
        var cell = new ArrayList<String>();
        for (var line : body.lines().toList()) {
            if (line.startsWith(Session.PROBE)) {
                probes.add(line.substring(Session.PROBE.length()));
            } else if (line.equals(Session.CELL)) {
                cells.add(String.join("\n", cell));
                cell.clear();
            } else {
                cell.add(line);
            }
        }
        cells.add(String.join("\n", cell));
        return new Session(name.strip(), List.copyOf(cells), List.copyOf(probes)).askingForNames();
    }
}
