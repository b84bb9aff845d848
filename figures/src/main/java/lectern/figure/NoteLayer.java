package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/// Words at a point, which may have a ring around it.
record NoteLayer(double x, double y, String words, boolean ring) implements PlaneLayer {

    private static final double RADIUS = 8;

    @Override
    public Depth depth() {
        return Depth.TOP;
    }

    @Override
    public void extend(Extent extent) {
        extent.point(x, y);
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        double px = plane.px(x);
        double py = plane.py(y);
        if (!plane.holds(px, py)) {
            return;
        }
        if (ring) {
            var circle = new Ellipse2D.Double(px - RADIUS, py - RADIUS, 2 * RADIUS, 2 * RADIUS);
            sheet.line(circle, plane.theme().paper(), new BasicStroke(4));
            sheet.line(circle, plane.theme().ink(), new BasicStroke(1.8f));
        }
        double aside = ring ? RADIUS + 4 : 7;
        double width = Letters.width(words, Letters.SMALL);
        boolean room = px + aside + width <= plane.area().getMaxX();
        double height = Math.max(py - (ring ? RADIUS : 6), plane.area().getMinY() + Letters.SMALL);
        words(plane, sheet, words, room ? px + aside : px - aside, height, room ? Mark.Anchor.START : Mark.Anchor.END);
    }

    /// Words on a lighter ground, so that lines below do not cross them.
    static void words(Plane plane, Sheet sheet, String words, double x, double y, Mark.Anchor anchor) {
        if (words.isBlank()) {
            return;
        }
        double width = Letters.width(words, Letters.SMALL);
        double left = x - anchor.share() * width;
        Color paper = plane.theme().paper();
        sheet.fill(
                new Rectangle2D.Double(left - 2, y - 11, width + 4, 15),
                new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), 200));
        sheet.words(words, x, y, Letters.SMALL, plane.theme().ink(), anchor);
    }

    @Override
    public void text(TextPlane text) {
        if (ring) {
            text.put(x, y, '@');
        }
        text.words(x, y, Ascii.in(text.style(), words));
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        return (ring ? "Ring at " : "Note at ") + Numbers.text(x) + ", " + Numbers.text(y)
                + (words.isEmpty() ? "" : ": " + words);
    }
}
