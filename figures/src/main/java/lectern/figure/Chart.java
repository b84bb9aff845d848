package lectern.figure;

/// A figure with two axes.
///
/// @param <C> the chart itself
public abstract sealed class Chart<C extends Chart<C>> extends Exhibit<C> permits BarChart, HeatMap, PlaneChart {

    private String xLabel = "";
    private String yLabel = "";

    Chart() {}

    /// The content as it is now. Called with the lock of this chart held.
    abstract Snapshot snapshot(Labels labels);

    /// Sets what the horizontal axis shows, with its unit.
    public final C x(String label) {
        return change(() -> xLabel = label);
    }

    /// Sets what the vertical axis shows, with its unit.
    public final C y(String label) {
        return change(() -> yLabel = label);
    }

    @Override
    final Snapshot snapshot(String title) {
        return snapshot(new Labels(title, xLabel, yLabel));
    }
}
