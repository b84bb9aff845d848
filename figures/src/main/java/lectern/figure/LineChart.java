package lectern.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Lines over a common horizontal axis, such as a loss over epochs.
public final class LineChart extends PlaneChart<LineChart> {

    /// The series that were named first: what [#add] takes a value for.
    private final List<String> named = new ArrayList<>();

    LineChart(String... names) {
        super("chart");
        var met = new HashSet<String>();
        for (String name : names) {
            if (!met.add(name)) {
                throw new IllegalArgumentException("chart: expected each series named once, found " + name + " twice");
            }
            layers.trace(name, true, false);
            named.add(name);
        }
    }

    /// Adds one point to each series that the chart was made with, in that order.
    ///
    /// @throws IllegalArgumentException if there is not one value for each of them
    public LineChart add(double x, double... values) {
        if (named.isEmpty()) {
            throw new IllegalArgumentException("chart: expected series to add to, found none; name them first, as in"
                    + " chart(\"training loss\"), or use line(name, xs, ys)");
        }
        if (values.length != named.size()) {
            throw new IllegalArgumentException("chart: expected " + named.size()
                    + (named.size() == 1 ? " value" : " values") + " after x ("
                    + named.stream().collect(Collectors.joining(", ")) + "), found "
                    + values.length);
        }
        return change(() -> {
            for (int i = 0; i < values.length; i++) {
                layers.trace(named.get(i), true, false).points().add(x, values[i]);
            }
        });
    }

    @Override
    String kind() {
        return "Line chart";
    }

    @Override
    LineChart self() {
        return this;
    }
}
