package lectern.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/// Which class each point of a plane belongs to, by the largest of their scores.
///
/// @param scores one sampled function for each class
record RegionLayer(List<Samples> scores) implements PlaneLayer {

    /// How much of the colour of a class its region has, the rest being paper.
    private static final double TINT = 0.28;

    RegionLayer {
        scores = List.copyOf(scores);
    }

    private Samples first() {
        return scores.getFirst();
    }

    @Override
    public Depth depth() {
        return Depth.AREA;
    }

    @Override
    public void extend(Extent extent) {
        extent.point(first().x0(), first().y0());
        extent.point(first().x1(), first().y1());
        extent.tight();
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        Color[] colors = new Color[scores.size()];
        for (int k = 0; k < colors.length; k++) {
            colors[k] = tint(plane.theme().color(k), plane.theme().paper());
        }
        AreaImage.paint(sheet, plane, colors, this::classAt);
    }

    private static Color tint(Color color, Color paper) {
        return new Color(
                (int) Math.round(TINT * color.getRed() + (1 - TINT) * paper.getRed()),
                (int) Math.round(TINT * color.getGreen() + (1 - TINT) * paper.getGreen()),
                (int) Math.round(TINT * color.getBlue() + (1 - TINT) * paper.getBlue()));
    }

    /// The class with the largest score, of equal ones the first; −1 outside.
    int classAt(double x, double y) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scores.size(); k++) {
            double score = scores.get(k).at(x, y);
            if (score > most) {
                most = score;
                best = k;
            }
        }
        return best;
    }

    @Override
    public void text(TextPlane text) {
        text.fill((x, y) -> {
            int found = classAt(x, y);
            return found < 0 ? ' ' : Character.forDigit(found % 36, 36);
        });
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        int[] counts = new int[scores.size()];
        int points = first().values().length;
        for (int i = 0; i < points; i++) {
            int found = classAt(first().x(i % first().width()), first().y(Math.floorDiv(i, first().width())));
            if (found >= 0) {
                counts[found]++;
            }
        }
        var shares = new ArrayList<String>();
        for (int k = 0; k < counts.length; k++) {
            shares.add("class " + k + " " + Math.round(100.0 * counts[k] / points) + " %");
        }
        return "Regions for x " + Numbers.text(first().x0()) + " to " + Numbers.text(first().x1()) + ", y "
                + Numbers.text(first().y0()) + " to " + Numbers.text(first().y1()) + ": "
                + String.join(", ", shares);
    }
}
