package lectern.figure;

/// Clouds of points, each with a colour and a marker of its own, such as the classes of a data set.
public final class ScatterChart extends PlaneChart<ScatterChart> {

    ScatterChart() {
        super("scatter");
    }

    @Override
    String kind() {
        return "Scatter chart";
    }

    @Override
    ScatterChart self() {
        return this;
    }
}
