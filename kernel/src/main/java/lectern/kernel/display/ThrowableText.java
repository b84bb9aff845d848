package lectern.kernel.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An exception that is a value: what it says, the calls that led to it as far as the cell, and what caused it.
final class ThrowableText {

    private static final int FRAMES = 12;
    private static final int CAUSES = 20;

    /// What the classes of cells are called, by both compilers of cells.
    private static final List<String> CELLS = List.of("cells.", "REPL.");

    /// What runs the statements of a cell.
    private static final Pattern CELL = Pattern.compile("cells\\.Cell(\\d+)(?:v\\d+)?\\.run\\$\\d+");

    private ThrowableText() {}

    static String of(Throwable thrown) {
        var lines = new ArrayList<String>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        @Nullable Throwable next = thrown;
        while (next != null && seen.add(next) && seen.size() <= CAUSES) {
            lines.add((lines.isEmpty() ? "" : "Caused by: ") + said(next));
            frames(next, lines);
            for (var suppressed : next.getSuppressed()) {
                lines.add("    Suppressed: " + said(suppressed));
            }
            next = next.getCause();
        }
        return String.join("\n", lines);
    }

    private static String said(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException e) {
            return thrown.getClass().getName() + " (its message failed with "
                    + e.getClass().getName() + ")";
        }
    }

    private static void frames(Throwable thrown, List<String> lines) {
        var trace = thrown.getStackTrace();
        int end = own(trace);
        for (int i = 0; i < Math.min(end, FRAMES); i++) {
            lines.add("    at " + call(trace[i]));
        }
        if (end > FRAMES) {
            lines.add("    ... and " + (end - FRAMES) + " more calls");
        }
    }

    /// A call without the class loader; that of a cell by the number that the reader sees.
    private static String call(StackTraceElement frame) {
        var cell = CELL.matcher(frame.getClassName() + "." + frame.getMethodName());
        if (cell.matches()) {
            return "cell [" + cell.group(1) + "]";
        }
        var file = frame.getFileName() == null ? "unknown source" : frame.getFileName();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + file
                + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")";
    }

    /// How many calls are the reader's: those as far as the outermost of a cell, else those before the kernel's.
    private static int own(StackTraceElement[] trace) {
        for (int i = trace.length; i > 0; i--) {
            var name = trace[i - 1].getClassName();
            if (CELLS.stream().anyMatch(name::startsWith)) {
                return i;
            }
        }
        return (int) Arrays.stream(trace)
                .takeWhile(frame -> !frame.getClassName().startsWith("lectern.kernel."))
                .count();
    }
}
