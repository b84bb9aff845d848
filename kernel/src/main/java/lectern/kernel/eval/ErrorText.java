package lectern.kernel.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lectern.kernel.compile.Problem;
import lectern.kernel.compile.UndeclaredError;
import lectern.kernel.explain.ExceptionHints;
import lectern.kernel.explain.Hints;
import lectern.kernel.explain.Knowledge;
import lectern.kernel.explain.Plain;

/// How failures read: what is wrong first, then the reader's own line and how to mend it, then the reader's own frames.
///
/// The colours are those that can be read on white as on black.
final class ErrorText {

    // JupyterLab lays light red or dark red under errors, and no colour of the first sixteen, which the page chooses,
    // can
    // be told from both.
    static final String BLUE = "\u001b[1;38;5;31m";
    static final String PLAIN = "\u001b[0m";
    private static final String RED = "\u001b[1;38;5;196m";
    private static final String GREEN = "\u001b[38;5;64m";
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
    private static final int COMPLAINTS = 10;
    private static final int CAUSES = 5;
    private static final int SUPPRESSED = 3;
    private static final Pattern MODULES = Pattern.compile(" \\(\\S+ (?:and|is) .*(?:module|loader) .*\\)$");

    private final Frames frames;
    private final Hints hints;

    /// @param places where the lines are
    /// @param knowledge what hints may ask
    ErrorText(Places places, Knowledge knowledge) {
        frames = new Frames(places);
        hints = new Hints(knowledge);
    }

    /// A failure for what the compiler complains of, in the order of the cell.
    Outcome.Failure compilation(List<Problem> problems) {
        var lines = new ArrayList<String>();
        var wrongLines = new HashSet<Integer>();
        var ordered = problems.stream()
                .sorted(Comparator.comparingInt(Problem::position))
                .filter(problem -> !Hints.isSyntax(problem) || wrongLines.add(line(problem)))
                .toList();
        var hinted = new HashSet<String>();
        ordered.stream().limit(COMPLAINTS).forEach(problem -> {
            lines.addAll(pointed(problem));
            hints.of(problem).filter(hinted::add).ifPresent(text -> lines.addAll(hint(text)));
        });
        if (ordered.size() > COMPLAINTS) {
            lines.add("... and " + (ordered.size() - COMPLAINTS) + " more");
        }
        return new Outcome.Failure("CompilationError", ordered.isEmpty() ? "" : message(ordered.getFirst()), lines);
    }

    private static int line(Problem problem) {
        return Place.of(0, problem.source().text(), problem.position()).line();
    }

    private static String message(Problem problem) {
        return Plain.message(problem.message().strip());
    }

    private List<String> pointed(Problem problem) {
        var lines = new ArrayList<String>();
        if (problem.caret() < 0) {
            lines.add(RED + message(problem) + PLAIN);
        } else {
            var place = Place.of(problem.source().cell(), problem.source().text(), problem.caret());
            long room = place.text().length() - place.column() + 1L;
            lines.add(RED + "line " + place.line() + ", column " + place.column() + ": " + PLAIN + message(problem));
            lines.add("    " + place.text());
            lines.add("    " + place.text().substring(0, place.column() - 1).replaceAll("[^\\t]", " ") + RED
                    + "^".repeat(Math.clamp(room, 1, Math.max(1, problem.caretEnd() - problem.caret()))) + PLAIN);
        }
        return lines;
    }

    private static List<String> hint(String text) {
        var lines = new ArrayList<String>();
        text.lines()
                .forEach(line ->
                        lines.add((lines.isEmpty() ? "    " + GREEN + "hint:" + PLAIN + " " : "          ") + line));
        return lines;
    }

    /// A failure for something that was used before it was declared.
    Outcome.Failure unresolved(String what) {
        return failure("CompilationError", what, List.of());
    }

    /// A failure for a cell that could not be compiled though nothing is known to be wrong with it.
    Outcome.Failure compiler(Throwable thrown) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof OutOfMemoryError) {
            return exception(cause);
        }
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
        var stack = thread.getStackTrace();
        var where = stack.length == 0 ? "" : " in " + stack[0].getClassName() + "." + stack[0].getMethodName() + "()";
        var line = Arrays.stream(stack)
                .flatMap(frame -> frames.places().place(frame).stream())
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
        var lines = new ArrayList<>(frames.of(thrown));
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.add(thrown);
        var innermost = thrown;
        addSuppressed(thrown, lines, told);
        for (var cause = thrown.getCause();
                cause != null && told.size() <= CAUSES && told.add(cause);
                cause = cause.getCause()) {
            lines.add(headed("Caused by ", cause));
            lines.addAll(frames.of(cause));
            addSuppressed(cause, lines, told);
            innermost = cause;
        }
        var hint = ExceptionHints.of(innermost, message(innermost));
        hint.ifPresent(text -> lines.addAll(0, hint(text)));
        return failure(name(thrown), message(thrown), lines);
    }

    /// What failed on the way out, such as a file that could not be closed.
    private void addSuppressed(Throwable thrown, List<String> lines, Set<Throwable> told) {
        var suppressed = thrown.getSuppressed();
        for (int i = 0; i < Math.min(SUPPRESSED, suppressed.length); i++) {
            if (told.add(suppressed[i])) {
                lines.add(headed("Suppressed ", suppressed[i]));
                lines.addAll(frames.of(suppressed[i]));
            }
        }
    }

    private static String headed(String word, Throwable thrown) {
        var message = message(thrown);
        return RED + word + name(thrown) + PLAIN + (message.isEmpty() ? "" : ": " + message);
    }

    private static Outcome.Failure failure(String name, String message, List<String> lines) {
        var traceback = new ArrayList<String>();
        traceback.add(RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message));
        traceback.addAll(lines);
        return new Outcome.Failure(name, message, traceback);
    }

    private static String message(Throwable thrown) {
        String own;
        try {
            own = thrown.getMessage();
        } catch (RuntimeException e) {
            own = "(its getMessage() failed: " + e + ")";
        }
        var message = own == null ? "" : readable(own);
        // Which modules and loaders two classes are in says nothing to the reader of a cell.
        return thrown instanceof ClassCastException ? MODULES.matcher(message).replaceAll("") : message;
    }

    private static String name(Throwable thrown) {
        var name = thrown.getClass().getName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /// The text without the names that the engines give to what cells declare.
    static String readable(String message) {
        return Problem.withoutCells(WRAPPER.matcher(message).replaceAll(""));
    }
}
