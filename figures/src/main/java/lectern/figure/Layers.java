package lectern.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a chart has been told to draw, in that order. Not for several threads; its chart holds a lock.
final class Layers {

    private final Map<String, Supplier<? extends PlaneLayer>> drawn = new LinkedHashMap<>();
    private final Map<String, Trace> traces = new LinkedHashMap<>();
    private @Nullable Trace last;
    private int series;
    private int unnamed;

    /// The series of a name; a new one if there is none, or one of another kind.
    Trace trace(String name, boolean joined, boolean arrows) {
        Trace trace = traces.get(name);
        if (trace == null || trace.joined() != joined) {
            trace = add(name, new Trace(name, trace == null ? series : trace.index(), joined, arrows));
        }
        last = trace;
        return trace;
    }

    /// A cloud of a class, in the colour of its label, so that it fits its region.
    Trace cloud(String name, int label) {
        return add(name, new Trace(name, Math.max(0, label), false, false));
    }

    private Trace add(String name, Trace trace) {
        traces.put(name, trace);
        drawn.put(name, trace::layer);
        series = Math.max(series, trace.index() + 1);
        return trace;
    }

    /// The colour of a new thing with a name.
    int next() {
        return series++;
    }

    void add(PlaneLayer layer) {
        // A blank ahead keeps it apart from the names of series.
        String key = " " + (layer.name().isEmpty() ? "unnamed " + unnamed++ : layer.name());
        drawn.put(key, () -> layer);
    }

    /// Puts a band around the line of a name.
    void band(String name, BandLayer band) {
        drawn.put(" band " + name, () -> band);
    }

    /// The line that was drawn last.
    Trace lastLine(String method) {
        if (last == null || !last.joined()) {
            throw new IllegalArgumentException(
                    method + ": expected a line drawn before it, found none; call it after line(name, xs, ys)");
        }
        return last;
    }

    List<PlaneLayer> all() {
        return drawn.values().stream().<PlaneLayer>map(Supplier::get).toList();
    }
}
