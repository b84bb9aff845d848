package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.kernel.assist.CellTokens;

/// Finds the `%` commands of a cell among its Java.
///
/// A command begins a line where a statement could begin, so that the `%` of a remainder, of a string or of a comment
/// is none. Between brackets, and after `=`, it becomes a call of `lineMagic` on the same line.
final class CellReader {

    private static final Pattern CANDIDATE = Pattern.compile("(?m)(?:^[ \\t]*|=[ \\t]*)%(\\w+)(.*)$");
    private static final List<String> BEFORE_STATEMENT = List.of("", ";", "{", "}");

    private final StringBuilder text;
    private final Predicate<String> isKnown;
    private final boolean keepsPlaces;
    private final List<Part> parts = new ArrayList<>();
    private int begin;

    private CellReader(String source, Predicate<String> isKnown, boolean keepsPlaces) {
        text = new StringBuilder(source);
        this.isKnown = isKnown;
        this.keepsPlaces = keepsPlaces;
    }

    /// The parts of a cell that does not begin with `%%`.
    ///
    /// @param isKnown whether there is a line command of this name
    static List<Part> parts(String source, Predicate<String> isKnown) {
        return new CellReader(source, isKnown, false).read();
    }

    /// The Java of a cell, with blanks in place of commands: what stands beside them keeps its place.
    static String java(String source) {
        var reader = new CellReader(source, _ -> false, true);
        reader.read();
        return reader.text.toString();
    }

    private List<Part> read() {
        var candidate = CANDIDATE.matcher(text);
        int from = 0;
        while (candidate.find(from)) {
            int percent = candidate.start(1) - 1;
            var name = candidate.group(1);
            var tokens = CellTokens.of(text.toString());
            var before = tokens.before(percent);
            boolean isStatement = candidate.group().stripLeading().startsWith("%");
            boolean isCommand = tokens.isCode(percent)
                    && (isStatement ? BEFORE_STATEMENT.contains(before) || isKnown.test(name) : before.equals("="));
            if (!isCommand) {
                from = candidate.end(1);
            } else if (isStatement && tokens.depth(percent) == 0) {
                add(percent, candidate.end(1), candidate.end(), name);
                from = begin;
            } else {
                var call = keepsPlaces ? blankCall(candidate.end() - percent) : call(name, candidate.group(2));
                text.replace(percent, candidate.end(), call);
                from = percent + call.length();
            }
            candidate.reset();
        }
        addCode(begin, text.length());
        return parts;
    }

    private void add(int percent, int afterName, int end, String name) {
        addCode(begin, percent);
        var rest = text.substring(afterName, end);
        int line = (int) text.chars().limit(percent).filter(c -> c == '\n').count() + 1;
        boolean isTimed = name.equals(Time.NAME) && !rest.isBlank();
        parts.add(isTimed ? new Part.Timed(blankBefore(afterName, end)) : new Part.Command(line, name, rest));
        int blank = isTimed ? afterName : end;
        text.replace(percent, blank, " ".repeat(blank - percent));
        begin = end;
    }

    private void addCode(int start, int end) {
        if (!text.substring(start, end).isBlank()) {
            parts.add(new Part.Code(blankBefore(start, end)));
        }
    }

    private String blankBefore(int start, int end) {
        return text.substring(0, start).replaceAll("[^\\r\\n]", " ") + text.substring(start, end);
    }

    private static String call(String name, String rest) {
        var written = rest.strip();
        var arguments = Arguments.split(written.endsWith(";") ? written.substring(0, written.length() - 1) : written);
        return "lineMagic(" + quoted(name) + ", java.util.List.of("
                + arguments.stream().map(CellReader::quoted).collect(Collectors.joining(", ")) + "));";
    }

    private static String blankCall(int length) {
        var call = "null;";
        return length < call.length() ? " ".repeat(length) : call + " ".repeat(length - call.length());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
