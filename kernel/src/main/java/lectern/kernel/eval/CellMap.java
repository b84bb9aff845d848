package lectern.kernel.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// From JShell's snippets back to the cells that they were cut from.
final class CellMap {

    /// A line of a cell, both counted from 1.
    record Line(int cell, int line, String text) {}

    private record Origin(int cell, int offset) {}

    private final Map<Integer, String> sources = new HashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();

    void cell(int cell, String source) {
        sources.put(cell, source);
    }

    void snippet(String id, int cell, int offset) {
        origins.put(id, new Origin(cell, offset));
    }

    /// The cell's line of a line of a snippet, counted from 1.
    Optional<Line> line(String id, int line) {
        return Optional.ofNullable(origins.get(id)).map(origin -> {
            int first = (int) source(origin)
                    .substring(0, origin.offset)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            var lines = source(origin).split("\n", -1);
            int index = Math.clamp(first + line - 1L, 0, lines.length - 1);
            return new Line(origin.cell, index + 1, lines[index]);
        });
    }

    private String source(Origin origin) {
        return sources.getOrDefault(origin.cell, "");
    }
}
