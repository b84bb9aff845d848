package lectern.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Bars for categories, side by side where there are several series.
///
/// A value that is NaN or infinite leaves its place empty; so does one that is not positive on a logarithmic axis.
public final class BarChart extends Chart<BarChart> {

    private final List<String> series;
    private final List<BarPlot.Category> categories = new ArrayList<>();
    private Axis yAxis = Axis.LINEAR;

    BarChart(String... series) {
        this.series = series.length == 0 ? List.of("") : List.of(series);
    }

    /// Makes the vertical axis logarithmic: bars stand on the decade below the smallest value.
    public BarChart logY() {
        return change(() -> yAxis = Axis.LOGARITHMIC);
    }

    /// Adds a category, with one value for each series; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if there is not one value for each series
    public BarChart add(String category, double... values) {
        if (values.length != series.size()) {
            throw new IllegalArgumentException("bars: expected " + series.size()
                    + (series.size() == 1 ? " value" : " values") + " for " + category
                    + (series.size() == 1 ? "" : " (" + String.join(", ", series) + ")") + ", found "
                    + values.length);
        }
        var added =
                new BarPlot.Category(category, DoubleStream.of(values).boxed().toList());
        return change(() -> {
            for (int i = 0; i < categories.size(); i++) {
                if (categories.get(i).name().equals(category)) {
                    categories.set(i, added);
                    return;
                }
            }
            categories.add(added);
        });
    }

    @Override
    BarChart self() {
        return this;
    }

    @Override
    Snapshot snapshot(Labels labels) {
        return new BarPlot(labels, yAxis, series, List.copyOf(categories));
    }
}
