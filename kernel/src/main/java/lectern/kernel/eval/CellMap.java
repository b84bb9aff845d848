package lectern.kernel.eval;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// From JShell's snippets, and the classes it makes of them, back to the cells that they were cut from.
final class CellMap {

    /// A place in a cell, all counted from 1.
    ///
    /// @param text the whole line
    record Place(int cell, int line, int column, String text) {}

    private record Origin(int cell, int offset) {}

    private record Wrapped(SnippetWrapper wrapper, Origin origin) {}

    private static final Pattern CLASS = Pattern.compile("(REPL\\.\\$JShell\\$\\w+?)(\\$.*)?");

    // Threads that a cell has left behind may fail at any time, and ask where.
    private final Map<Integer, String> sources = new ConcurrentHashMap<>();
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final Map<String, Wrapped> classes = new ConcurrentHashMap<>();

    void cell(int cell, String source) {
        sources.put(cell, source);
    }

    /// A snippet begins at this offset of the cell.
    void snippet(String id, int cell, int offset) {
        origins.put(id, new Origin(cell, offset));
    }

    /// A snippet was compiled, for the first time or again.
    void compiled(String id, SnippetWrapper wrapper) {
        var origin = origins.get(id);
        if (origin != null) {
            classes.put(wrapper.fullClassName(), new Wrapped(wrapper, origin));
        }
    }

    /// The place of a position in a snippet.
    Optional<Place> place(String id, int position) {
        return Optional.ofNullable(origins.get(id)).map(origin -> place(origin, position));
    }

    /// The place of a stack frame; empty if it is not in a cell.
    Optional<Place> place(StackTraceElement frame) {
        var matcher = CLASS.matcher(frame.getClassName());
        var wrapped = matcher.matches() ? classes.get(matcher.group(1)) : null;
        if (wrapped == null) {
            return Optional.empty();
        }
        var text = wrapped.wrapper.wrapped();
        int from = 0;
        for (int line = 1; line < frame.getLineNumber(); line++) {
            from = text.indexOf('\n', from) + 1;
        }
        int to = text.indexOf('\n', from);
        // The line may begin with what JShell put around the snippet.
        for (int i = from; i < (to < 0 ? text.length() : to); i++) {
            int position = Character.isWhitespace(text.charAt(i)) ? -1 : wrapped.wrapper.wrappedToSourcePosition(i);
            if (position >= 0) {
                return Optional.of(place(wrapped.origin, position));
            }
        }
        return Optional.empty();
    }

    private Place place(Origin origin, int position) {
        var source = sources.getOrDefault(origin.cell, "");
        int at = Math.clamp((long) origin.offset + position, 0, source.length());
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        int line = 1
                + (int) source.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(origin.cell, line, at - start + 1, source.substring(start, end < 0 ? source.length() : end));
    }
}
