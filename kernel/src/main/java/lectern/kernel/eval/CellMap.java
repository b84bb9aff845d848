package lectern.kernel.eval;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import lectern.kernel.compile.CellSource;

/// From JShell's snippets, and the classes it makes of them, back to the cells that they were cut from.
final class CellMap implements Places {

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

    /// Where a snippet begins in its cell.
    int offset(String id) {
        var origin = origins.get(id);
        return origin == null ? 0 : origin.offset;
    }

    /// The cell of a snippet.
    CellSource source(String id) {
        var origin = origins.get(id);
        int cell = origin == null ? 0 : origin.cell;
        return new CellSource(cell, sources.getOrDefault(cell, ""));
    }

    @Override
    public Optional<Place> place(StackTraceElement frame) {
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
        return Place.of(origin.cell, sources.getOrDefault(origin.cell, ""), origin.offset + position);
    }
}
