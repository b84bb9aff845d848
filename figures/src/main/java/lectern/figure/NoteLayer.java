package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;

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
        double above = py - (ring ? RADIUS : 6);
        double below = py + (ring ? RADIUS : 6) + 9;
        words(
                plane,
                sheet,
                words,
                new Taken.Place(px + aside, above, Mark.Anchor.START),
                new Taken.Place(px - aside, above, Mark.Anchor.END),
                new Taken.Place(px + aside, below, Mark.Anchor.START),
                new Taken.Place(px - aside, below, Mark.Anchor.END));
    }

    /// Words at the best of some places, on a lighter ground, so that lines below do not cross them.
    static void words(Plane plane, Sheet sheet, String words, Taken.Place... places) {
        if (words.isBlank()) {
            return;
        }
        Taken.Place place = plane.taken().best(words, plane.area(), List.of(places));
        Color paper = plane.theme().paper();
        sheet.fill(
                place.box(Letters.width(words, Letters.SMALL)),
                new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), 200));
        sheet.words(words, place.x(), place.y(), Letters.SMALL, plane.theme().ink(), place.anchor());
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
