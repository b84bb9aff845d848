package lectern.kernel.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import lectern.kernel.assist.Description;
import lectern.kernel.assist.Suggestion;
import lectern.kernel.compile.Problem;
import lectern.kernel.explain.Knowledge;

/// What JShell knows of a cell that is being written, or that is wrong.
record JShellAssistance(SourceCodeAnalysis analysis) implements Knowledge {

    /// What could stand at the cursor.
    Completion complete(String source, int cursor) {
        var whole = completeIn(source, cursor, 0);
        if (!whole.suggestions().isEmpty()) {
            return whole;
        }
        // After declarations JShell takes the whole text for members of a class: try the last statement by itself.
        var before = Piece.split(source.substring(0, cursor), analysis);
        return before.size() < 2
                ? whole
                : completeIn(source, cursor, before.getLast().offset());
    }

    private Completion completeIn(String source, int cursor, int from) {
        var anchor = new int[] {cursor - from};
        var suggestions = analysis.completionSuggestions(source.substring(from), cursor - from, anchor);
        var matches = new LinkedHashSet<String>();
        suggestions.stream()
                .filter(SourceCodeAnalysis.Suggestion::matchesType)
                .forEach(s -> matches.add(s.continuation()));
        suggestions.forEach(s -> matches.add(s.continuation()));
        return new Completion(
                anchor[0] + from,
                cursor,
                matches.stream().map(JShellAssistance::suggestion).toList());
    }

    /// JShell tells no kinds; the text tells most of them.
    private static Suggestion suggestion(String text) {
        var kind = text.contains("(")
                ? Suggestion.Kind.FUNCTION
                : text.endsWith(".")
                        ? Suggestion.Kind.PACKAGE
                        : SourceVersion.isKeyword(text)
                                ? Suggestion.Kind.KEYWORD
                                : Character.isUpperCase(text.charAt(0))
                                        ? Suggestion.Kind.CLASS
                                        : Suggestion.Kind.VARIABLE;
        return new Suggestion(text, kind, "");
    }

    /// What the cursor stands on.
    Optional<Description> inspect(String source, int cursor, boolean documentation) {
        int end = cursor;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        var name = documentation(source, end, documentation);
        // JShell documents a method only where it is called.
        return (name.isPresent() ? name : documentation(source.substring(0, end) + "(", end + 1, documentation))
                .map(Description::of);
    }

    private Optional<String> documentation(String source, int cursor, boolean documentation) {
        var found = analysis.documentation(source, cursor, documentation).stream()
                .map(entry -> documentation && entry.javadoc() != null
                        ? entry.signature() + "\n\n" + entry.javadoc()
                        : entry.signature())
                .distinct()
                .collect(Collectors.joining("\n"));
        return found.isBlank() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public List<String> names(String cell, int start, Predicate<String> wanted) {
        return complete(cell.substring(0, start), start).matches().stream()
                .filter(match -> wanted.test(match.replaceAll("[(.].*", "")))
                .toList();
    }

    @Override
    public List<String> declarations(String cell, int position) {
        return inspect(cell, position, false)
                .map(Description::text)
                .map(Problem::readable)
                .map(String::lines)
                .orElseGet(Stream::empty)
                .toList();
    }

    @Override
    public List<String> classes(String simpleName) {
        return analysis.listQualifiedNames(simpleName, simpleName.length()).getNames();
    }
}
