package lectern.figure;

import java.util.Arrays;
import java.util.List;
import lectern.nn.tensor.ShapeException;
import org.jspecify.annotations.Nullable;

/// A matrix as coloured cells, its first row at the top, with a bar that says which colour is which number.
///
/// A number that is NaN or infinite leaves its cell empty.
public final class HeatMap extends Chart<HeatMap> {

    private final double[][] values;
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private ColorMap colors = ColorMap.SEQUENTIAL;
    private boolean numbers;
    private @Nullable Range range;
    private String keyLabel = "";

    HeatMap(double[][] values) {
        int width = values.length == 0 ? 0 : values[0].length;
        if (width == 0 || Arrays.stream(values).anyMatch(row -> row.length != width)) {
            throw new ShapeException(
                    "heatMap",
                    "a matrix of at least one row and column, all rows of one length",
                    "rows of lengths "
                            + Arrays.toString(Arrays.stream(values)
                                    .mapToInt(row -> row.length)
                                    .limit(10)
                                    .toArray()));
        }
        this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /// Names the rows, from the top.
    ///
    /// @throws ShapeException if there is not one name for each row
    public HeatMap rows(String... names) {
        requireCount("rows", names.length, values.length);
        return change(() -> rows = List.of(names));
    }

    /// Names the columns, from the left.
    ///
    /// @throws ShapeException if there is not one name for each column
    public HeatMap columns(String... names) {
        requireCount("columns", names.length, values[0].length);
        return change(() -> columns = List.of(names));
    }

    private static void requireCount(String where, int found, int expected) {
        if (found != expected) {
            throw new ShapeException("heatMap", expected + " names of " + where, found);
        }
    }

    /// Writes the numbers into the cells.
    public HeatMap numbers() {
        return change(() -> numbers = true);
    }

    /// Colours numbers below and above zero differently, zero in the middle.
    public HeatMap diverging() {
        return change(() -> colors = ColorMap.DIVERGING);
    }

    /// Sets which numbers have the first and the last colour, so that several heat maps can be compared.
    ///
    /// @throws IllegalArgumentException if the numbers are not finite, or the second is not the larger one
    public HeatMap range(double from, double to) {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException(
                    "range: expected two numbers, the larger one last, found " + from + ", " + to);
        }
        return change(() -> range = new Range(from, to));
    }

    /// Sets what the numbers are, with their unit.
    public HeatMap key(String label) {
        return change(() -> keyLabel = label);
    }

    @Override
    HeatMap self() {
        return this;
    }

    @Override
    Snapshot snapshot(Labels labels) {
        return new HeatPlot(labels, values, rows, columns, colors, numbers, range, keyLabel);
    }
}
