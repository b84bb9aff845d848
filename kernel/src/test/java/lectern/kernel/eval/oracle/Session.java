package lectern.kernel.eval.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Cells that run one after another, and expressions that ask what they have left behind.
///
/// @param name unique in the table
/// @param probes expressions
record Session(String name, List<String> cells, List<String> probes) {

    static final String NAME = "=== ";
    static final String CELL = "---";
    static final String PROBE = "??? ";

    private static final Pattern DECLARED =
            Pattern.compile("[\\w>\\])?]\\s+([a-z_]\\w*)\\s*(?:\\[\\]\\s*)*(?==[^=]|;|,)", Pattern.MULTILINE);
    private static final Set<String> NOT_NAMES = Set.of(
            "_", "break", "continue", "this", "null", "true", "false", "super", "return", "class", "yield", "new");

    /// The session that asks for every variable that the cells seem to declare, too.
    Session askingForNames() {
        var all = new LinkedHashSet<>(names());
        all.addAll(probes);
        return new Session(name, cells, List.copyOf(all));
    }

    /// Names that look as if a cell declared them. A local one that is asked for in vain is a good question, too.
    private Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (var cell : cells) {
            var declared = DECLARED.matcher(cell);
            while (declared.find()) {
                names.add(declared.group(1));
            }
        }
        names.removeAll(NOT_NAMES);
        return names;
    }

    /// As it would stand in the table.
    String text() {
        var text = new StringBuilder(NAME + name + "\n");
        text.append(String.join("\n" + CELL + "\n", cells)).append('\n');
        probes.forEach(probe -> text.append(PROBE).append(probe).append('\n'));
        return text.toString();
    }
}
