package lectern.figure;

import java.util.List;

/// A chart of a plane in characters: title, legend, the field, and the ends of both axes.
final class PlaneText {

    private PlaneText() {}

    static String of(PlanePlot plot, TextStyle style) {
        var out = new StringBuilder();
        line(out, Ascii.in(style, plot.labels().title()));
        line(out, legend(plot.named(), style));
        line(out, Ascii.in(style, plot.labels().y()));
        Extent extent = plot.extent();
        Range x = plot.fixedX() == null ? extent.x() : plot.fixedX();
        Range y = plot.fixedY() == null ? extent.y() : plot.fixedY();
        var plane = new TextPlane(
                style, plot.xAxis(), plot.yAxis(), x, y, plot.named().size() > 1);
        plot.inOrder().forEach(layer -> layer.text(plane));
        String top = Numbers.text(plot.yAxis().value(y.max()));
        String middle = Numbers.text(plot.yAxis().value((y.min() + y.max()) / 2));
        String bottom = Numbers.text(plot.yAxis().value(y.min()));
        int margin = Math.max(top.length(), Math.max(middle.length(), bottom.length()));
        for (int row = 0; row < TextPlane.ROWS; row++) {
            String label =
                    row == 0 ? top : row == TextPlane.ROWS / 2 ? middle : row == TextPlane.ROWS - 1 ? bottom : "";
            line(out, " ".repeat(margin - label.length()) + label + " | " + plane.row(row));
        }
        line(out, " ".repeat(margin + 1) + "+" + "-".repeat(TextPlane.COLUMNS + 1));
        line(out, " ".repeat(margin + 3) + xLabels(plot, style, x));
        line(out, plot.unplacedNote(extent));
        return out.toString().stripTrailing();
    }

    private static String legend(List<PlaneLayer> named, TextStyle style) {
        var names = new StringBuilder();
        for (int i = 0; i < named.size(); i++) {
            names.append(names.isEmpty() ? "" : "   ")
                    .append(named.get(i).textSign(style))
                    .append(' ')
                    .append(Ascii.in(style, named.get(i).name()));
        }
        return names.toString();
    }

    /// The left end, the name of the axis in the middle, the right end.
    private static String xLabels(PlanePlot plot, TextStyle style, Range x) {
        String left = Numbers.text(plot.xAxis().value(x.min()));
        String right = Numbers.text(plot.xAxis().value(x.max()));
        String name = Ascii.in(style, plot.labels().x());
        int room = TextPlane.COLUMNS - left.length() - right.length();
        int before = Math.max(1, (room - name.length()) / 2);
        int after = Math.max(1, room - name.length() - before);
        return left + " ".repeat(before) + name + " ".repeat(after) + right;
    }

    private static void line(StringBuilder out, String line) {
        if (!line.isBlank()) {
            out.append(line.stripTrailing()).append('\n');
        }
    }
}
