package lectern.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/// How failures read: what is wrong first, then the reader's own line, then the reader's own frames.
///
/// @param cells where the lines are
record ErrorText(CellMap cells) {

    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[34m";
    private static final String PLAIN = "\u001b[0m";
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
    private static final int FRAMES = 12;

    /// A failure for every error of the compiler in one snippet.
    Outcome.Failure compilation(String id, String snippet, List<Diag> diagnostics) {
        var lines = new ArrayList<String>();
        var first = "";
        for (var diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                var message = readable(diagnostic.getMessage(Locale.ROOT)).strip();
                first = first.isEmpty() ? message.lines().findFirst().orElse("") : first;
                lines.addAll(pointed(id, snippet, diagnostic, message));
            }
        }
        return new Outcome.Failure("CompilationError", first, lines);
    }

    /// A failure for something that was used before it was declared.
    Outcome.Failure unresolved(String what) {
        return failure("CompilationError", what, List.of());
    }

    Outcome.Failure interrupted() {
        return failure("Interrupted", "the cell was interrupted; what it had done until then is kept", List.of());
    }

    Outcome.Failure exception(JShellException exception) {
        var lines = new ArrayList<String>();
        lines.addAll(frames(exception));
        for (var cause = exception.getCause(); cause instanceof JShellException next; cause = next.getCause()) {
            lines.add(RED + "Caused by " + simple(name(next)) + PLAIN + message(next));
            lines.addAll(frames(next));
        }
        return failure(
                simple(name(exception)), exception.getMessage() == null ? "" : readable(exception.getMessage()), lines);
    }

    private Outcome.Failure failure(String name, String message, List<String> lines) {
        var traceback = new ArrayList<String>();
        traceback.add(RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message));
        traceback.addAll(lines);
        return new Outcome.Failure(name, message, traceback);
    }

    private List<String> pointed(String id, String snippet, Diag diagnostic, String message) {
        int position = Math.clamp(diagnostic.getPosition(), 0, snippet.length());
        int lineStart = snippet.lastIndexOf('\n', position - 1) + 1;
        int lineNumber = 1
                + (int) snippet.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int end = Math.max((int) diagnostic.getEndPosition(), position + 1);
        return cells.line(id, lineNumber)
                .map(line -> {
                    // The snippet may begin in the middle of the cell's line.
                    var text = snippet.substring(lineStart).lines().findFirst().orElse("");
                    int before = Math.max(
                            0, line.text().indexOf(text.endsWith(";") ? text.substring(0, text.length() - 1) : text));
                    int column =
                            Math.min(before + position - lineStart, line.text().length());
                    int width = Math.max(1, Math.min(end - position, line.text().length() - column));
                    return List.of(
                            RED + "cell " + line.line() + ":" + (column + 1) + PLAIN + " " + message,
                            "    " + line.text(),
                            "    " + " ".repeat(column) + RED + "^".repeat(width) + PLAIN);
                })
                .orElse(List.of(RED + message + PLAIN));
    }

    private List<String> frames(JShellException exception) {
        var lines = new ArrayList<String>();
        for (var frame : exception.getStackTrace()) {
            var file = frame.getFileName();
            if (file == null || !file.startsWith("#")) {
                continue;
            }
            var line = cells.line(file.substring(1), frame.getLineNumber());
            if (line.isPresent()) {
                if (lines.size() == FRAMES) {
                    lines.add("    ...");
                    return lines;
                }
                var found = line.get();
                var method = frame.getMethodName();
                lines.add("    at " + BLUE + "cell [" + found.cell() + "], line " + found.line() + PLAIN
                        + (method.isEmpty() || method.startsWith("do_it$") ? "" : " in " + method + "()") + ": "
                        + found.text().strip());
            }
        }
        return lines;
    }

    private static String message(JShellException exception) {
        return exception.getMessage() == null ? "" : ": " + readable(exception.getMessage());
    }

    private static String name(JShellException exception) {
        return switch (exception) {
            case EvalException thrown -> thrown.getExceptionClassName();
            case UnresolvedReferenceException _ -> "CompilationError";
            default -> exception.getClass().getName();
        };
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static String readable(String message) {
        return WRAPPER.matcher(message).replaceAll("");
    }
}
