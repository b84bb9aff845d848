package lectern.kernel.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.Problem;
import lectern.kernel.compile.UndeclaredError;

/// How failures read: what is wrong first, then the reader's own line, then the reader's own frames.
///
/// @param places where the lines are
record ErrorText(Places places) {

    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String PLAIN = "\u001b[0m";
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
    private static final Pattern SYMBOL = Pattern.compile("cannot find symbol\\s+symbol:\\s+(.*?)(\\s+location:.*)?");
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;
    private static final int RECURSION = 10;
    private static final Pattern MODULES = Pattern.compile(" \\(\\S+ (?:and|is) .*(?:module|loader) .*\\)$");

    /// A failure for what the compiler complains of.
    Outcome.Failure compilation(List<Complaint> complaints) {
        var lines = new ArrayList<String>();
        var first = "";
        for (var complaint : complaints) {
            var message = compilerMessage(complaint.message());
            first = first.isEmpty() ? message : first;
            lines.addAll(pointed(complaint, message));
        }
        return new Outcome.Failure("CompilationError", first, lines);
    }

    /// A failure for something that was used before it was declared.
    Outcome.Failure unresolved(String what) {
        return failure("CompilationError", what, List.of());
    }

    /// A failure for a cell that could not be compiled though nothing is known to be wrong with it.
    Outcome.Failure compiler(Throwable thrown) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        var what = cause instanceof StackOverflowError
                ? "an expression of this cell is nested too deeply"
                : "the compiler failed on this cell (" + cause + ")";
        return failure(
                "CompilerError", what + "; nothing of it has run. %engine jshell runs cells on JShell", List.of());
    }

    Outcome.Failure interrupted() {
        return failure("Interrupted", "the cell was interrupted; what it had done until then is kept", List.of());
    }

    /// What is said of a thread that an interrupt does not stop.
    String stuck(Thread thread) {
        var frames = thread.getStackTrace();
        var where =
                frames.length == 0 ? "" : " in " + frames[0].getClassName() + "." + frames[0].getMethodName() + "()";
        var line = Arrays.stream(frames)
                .flatMap(frame -> places.place(frame).stream())
                .findFirst()
                .map(place -> ", called at cell [" + place.cell() + "], line " + place.line())
                .orElse("");
        return "thread \"" + thread.getName() + "\" does not stop: it is"
                + (thread.getState() == Thread.State.BLOCKED ? " waiting for a monitor that another thread holds," : "")
                + where + line
                + ". Loops outside of cells, native code and held monitors cannot be interrupted;"
                + " wait for it, or restart the kernel, which loses its variables";
    }

    Outcome.Failure exception(Throwable thrown) {
        if (thrown instanceof UndeclaredError) {
            return unresolved(message(thrown));
        }
        var lines = new ArrayList<>(frames(thrown));
        var cause = thrown.getCause();
        for (int i = 0; cause != null && i < CAUSES; i++) {
            var message = message(cause);
            lines.add(RED + "Caused by " + name(cause) + PLAIN + (message.isEmpty() ? "" : ": " + message));
            lines.addAll(frames(cause));
            cause = cause.getCause();
        }
        return failure(name(thrown), message(thrown), lines);
    }

    private Outcome.Failure failure(String name, String message, List<String> lines) {
        var traceback = new ArrayList<String>();
        traceback.add(RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message));
        traceback.addAll(lines);
        return new Outcome.Failure(name, message, traceback);
    }

    private static List<String> pointed(Complaint complaint, String message) {
        return complaint
                .place()
                .map(place -> List.of(
                        RED + "line " + place.line() + ", column " + place.column() + ": " + PLAIN + message,
                        "    " + place.text(),
                        "    " + " ".repeat(place.column() - 1) + RED
                                + "^"
                                        .repeat(Math.clamp(
                                                place.text().length() - place.column() + 1L,
                                                1,
                                                Math.max(1, complaint.length())))
                                + PLAIN))
                .orElse(List.of(RED + message + PLAIN));
    }

    private List<String> frames(Throwable thrown) {
        var lines = new ArrayList<String>();
        var previous = "";
        int repeated = 0;
        for (var frame : Arrays.asList(thrown.getStackTrace())) {
            var line = places.place(frame)
                    .map(place -> "    at " + BLUE + "cell [" + place.cell() + "], line " + place.line() + PLAIN
                            + method(frame) + ": " + place.text().strip())
                    .orElse("");
            if (line.equals(previous)) {
                repeated++;
            } else if (!line.isEmpty()) {
                if (lines.size() == FRAMES) {
                    lines.add("    ...");
                    return lines;
                }
                lines.add(line);
                previous = line;
            }
        }
        // What JShell and lambdas put around a line calls it once or twice more; only recursion is worth a word.
        if (repeated >= RECURSION) {
            lines.add("    (and " + repeated + " more calls from this line)");
        }
        return lines;
    }

    private static String method(StackTraceElement frame) {
        return switch (frame.getMethodName()) {
            case String name
            when name.startsWith("do_it$")
                    || name.startsWith(CellNames.RUN)
                    || name.startsWith("lambda$")
                    || name.startsWith("<") -> "";
            case String name -> " in " + Trampolines.calledName(name) + "()";
        };
    }

    private static String compilerMessage(String told) {
        var message = Problem.readable(readable(told)).strip();
        if (message.equals("reached end of file while parsing")) {
            return "reached the end of the cell; is a bracket or parenthesis not closed?";
        }
        return SYMBOL.matcher(message.replaceAll("\\s+", " ")).matches()
                ? message.replaceAll("\\s+", " ")
                        .replaceFirst(" symbol: ", ": ")
                        .replaceFirst(" location:.*", "")
                : message;
    }

    private static String message(Throwable thrown) {
        var message = thrown.getMessage() == null ? "" : readable(thrown.getMessage());
        // Which modules and loaders two classes are in says nothing to the reader of a cell.
        return thrown instanceof ClassCastException ? MODULES.matcher(message).replaceAll("") : message;
    }

    private static String name(Throwable thrown) {
        var name = thrown.getClass().getName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static String readable(String message) {
        return Problem.withoutCells(WRAPPER.matcher(message).replaceAll(""));
    }
}
