package lectern.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.compile.CellNames;

/// The frames of an exception that are lines of cells.
///
/// @param places where the lines are
record Frames(Places places) {

    private static final int SHOWN = 12;

    /// Recursion of more methods than this, each calling the next, is shown as it is.
    private static final int PERIOD = 8;

    /// What lambdas and JShell put around a line calls it once or twice more; only recursion is worth a word.
    private static final int RECURSION = 10;

    private record Frame(String line, String method) {}

    List<String> of(Throwable thrown) {
        var frames = frames(thrown);
        var lines = new ArrayList<String>();
        int at = 0;
        while (at < frames.size()) {
            if (lines.size() >= SHOWN) {
                lines.add("    ... and " + (frames.size() - at) + " more calls");
                return lines;
            }
            int period = period(frames, at);
            if (period == 0) {
                lines.add(frames.get(at).line);
                at++;
                continue;
            }
            int repeated = repeated(frames, at, period);
            var part = frames.subList(at, at + period);
            part.forEach(frame -> lines.add(frame.line));
            if (repeated > RECURSION) {
                var names = part.stream().map(Frame::method).distinct().toList();
                lines.add("    (" + String.join(" and ", names) + " repeat" + (names.size() == 1 ? "s" : "") + " this "
                        + (repeated - 1) + " more times)");
            }
            at += period * repeated;
        }
        return lines;
    }

    private List<Frame> frames(Throwable thrown) {
        var frames = new ArrayList<Frame>();
        for (var frame : thrown.getStackTrace()) {
            var name = method(frame);
            places.place(frame)
                    .ifPresent(place -> frames.add(new Frame(
                            "    at " + ErrorText.BLUE + "cell [" + place.cell() + "], line " + place.line()
                                    + ErrorText.PLAIN + (name.isEmpty() ? "" : " in " + name) + ": "
                                    + place.text().strip(),
                            name.isEmpty() ? "the cell" : name)));
        }
        return frames;
    }

    /// How many frames from here on come again at once; 0 if none do.
    private static int period(List<Frame> frames, int at) {
        for (int period = 1; period <= PERIOD && at + 2 * period <= frames.size(); period++) {
            int times = repeated(frames, at, period);
            if (times > RECURSION || (times > 1 && period == 1)) {
                return period;
            }
        }
        return 0;
    }

    private static int repeated(List<Frame> frames, int at, int period) {
        int times = 1;
        while (at + (times + 1) * period <= frames.size()
                && frames.subList(at, at + period)
                        .equals(frames.subList(at + times * period, at + (times + 1) * period))) {
            times++;
        }
        return times;
    }

    private static String method(StackTraceElement frame) {
        return switch (frame.getMethodName()) {
            case String name
            when name.startsWith("do_it$")
                    || name.startsWith(CellNames.RUN)
                    || name.startsWith("lambda$")
                    || name.startsWith("<") -> "";
            case String name -> Trampolines.calledName(name) + "()";
        };
    }
}
