package lectern.figure;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Layers over two axes.
///
/// @param kind what it is called in descriptions
/// @param fixedX the positions at the ends of the horizontal axis; null to fit the content
/// @param fixedY the same of the vertical axis
/// @param key the bar that says which colour is which number; null for none
record PlanePlot(
        String kind,
        Labels labels,
        Axis xAxis,
        Axis yAxis,
        @Nullable Range fixedX,
        @Nullable Range fixedY,
        @Nullable ColorKey key,
        List<PlaneLayer> layers)
        implements Snapshot {

    PlanePlot {
        layers = List.copyOf(layers);
    }

    @Override
    public String title() {
        return labels.title();
    }

    /// From the lowest to the highest.
    List<PlaneLayer> inOrder() {
        return layers.stream().sorted(Comparator.comparing(PlaneLayer::depth)).toList();
    }

    /// Those that the legend names.
    List<PlaneLayer> named() {
        return layers.stream().filter(layer -> !layer.name().isEmpty()).toList();
    }

    Extent extent() {
        var extent = new Extent(xAxis, yAxis);
        layers.forEach(layer -> layer.extend(extent));
        return extent;
    }

    Range rangeX() {
        return fixedX == null ? extent().roomyX() : fixedX;
    }

    Range rangeY() {
        return fixedY == null ? extent().roomyY() : fixedY;
    }

    /// What stands at the vertical axis. A single series names it, unless it has a name already.
    String yLabel() {
        boolean alone = named().size() == 1 && named().getFirst() instanceof SeriesLayer;
        return labels.y().isEmpty() && alone ? named().getFirst().name() : labels.y();
    }

    /// What the legend names: nothing if there is a single series that the vertical axis names.
    List<PlaneLayer> legend() {
        List<PlaneLayer> named = named();
        return named.size() == 1 && named.getFirst().name().equals(yLabel()) ? List.of() : named;
    }

    /// A word about points that a logarithmic axis cannot show; empty if there are none.
    String unplacedNote(Extent extent) {
        int count = extent.unplaced();
        return count == 0 ? "" : count + (count == 1 ? " point" : " points") + " <= 0 not shown";
    }

    /// Whether all numbers on the horizontal axis are whole, as epochs are.
    boolean wholeX() {
        return xAxis == Axis.LINEAR
                && layers.stream().allMatch(layer -> switch (layer) {
                    case SeriesLayer series -> whole(series.series().xs());
                    case BandLayer band -> whole(band.xs());
                    case RuleLayer _, NoteLayer _ -> true;
                    default -> false;
                });
    }

    private static boolean whole(double[] numbers) {
        for (double number : numbers) {
            if (number != Math.rint(number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Drawing drawing(Theme theme) {
        return new PlanePainter(this, theme, PlaneLayout.ALONE).drawing();
    }

    @Override
    public String description() {
        return Descriptions.of(this);
    }

    @Override
    public String text(TextStyle style) {
        return PlaneText.of(this, style);
    }
}
