package lectern.figure;

/// What all charts have: words around the picture, a place on the screen, and the three forms of a [Figure].
///
/// Each method that changes the chart returns it, so that calls can be chained. One thread may add to a chart while
/// another draws it.
///
/// @param <C> the chart itself
public abstract sealed class Chart<C extends Chart<C>> implements Figure permits LineChart, ScatterChart, BarChart {

    private Labels labels = Labels.NONE;
    private final Stage stage = new Stage(this);

    Chart() {}

    /// This chart, under its own type.
    abstract C self();

    /// The content as it is now. Called with the lock of this chart held.
    abstract Snapshot snapshot(Labels labels);

    /// Sets what the chart is called.
    public final C title(String title) {
        return change(() -> labels = labels.withTitle(title));
    }

    /// Sets what the horizontal axis shows, with its unit.
    public final C x(String label) {
        return change(() -> labels = labels.withX(label));
    }

    /// Sets what the vertical axis shows, with its unit.
    public final C y(String label) {
        return change(() -> labels = labels.withY(label));
    }

    /// Shows the chart on the current [Screen], which is told from then on when the chart changes.
    public final C show() {
        stage.show();
        return self();
    }

    /// Makes a change and tells the screen of it.
    final C change(Runnable change) {
        stage.change(change);
        return self();
    }

    @Override
    public final synchronized String title() {
        return labels.title();
    }

    @Override
    public final String svg() {
        Snapshot now = snapshot();
        return SvgWriter.write(now.drawing(), now.labels().title(), now.description());
    }

    @Override
    public final byte[] png() {
        return PngWriter.write(snapshot().drawing());
    }

    @Override
    public final String text() {
        return snapshot().text();
    }

    /// The same as [#text()], for where a value is printed.
    @Override
    public final String toString() {
        return text();
    }

    private synchronized Snapshot snapshot() {
        return snapshot(labels);
    }
}
