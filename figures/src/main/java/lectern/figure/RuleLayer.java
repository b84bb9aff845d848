package lectern.figure;

import java.awt.geom.Line2D;

/// A straight line across the plane at one number of an axis, such as N = 2D, with words beside it.
record RuleLayer(boolean vertical, double at, String label) implements PlaneLayer {

    @Override
    public Depth depth() {
        return Depth.TOP;
    }

    @Override
    public void extend(Extent extent) {
        if (vertical) {
            extent.x(at);
        } else {
            extent.y(at);
        }
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        var area = plane.area();
        double place = vertical ? plane.px(at) : plane.py(at);
        if (!plane.holds(vertical ? place : area.getCenterX(), vertical ? area.getCenterY() : place)) {
            return;
        }
        var ink = plane.theme().quietInk();
        if (vertical) {
            sheet.line(new Line2D.Double(place, area.getMinY(), place, area.getMaxY()), ink, Strokes.dashed(1.2));
            NoteLayer.words(
                    plane,
                    sheet,
                    label,
                    new Taken.Place(place + 5, area.getMinY() + 13, Mark.Anchor.START),
                    new Taken.Place(place - 5, area.getMinY() + 13, Mark.Anchor.END),
                    new Taken.Place(place + 5, area.getMaxY() - 7, Mark.Anchor.START),
                    new Taken.Place(place - 5, area.getMaxY() - 7, Mark.Anchor.END));
        } else {
            sheet.line(new Line2D.Double(area.getMinX(), place, area.getMaxX(), place), ink, Strokes.dashed(1.2));
            NoteLayer.words(
                    plane,
                    sheet,
                    label,
                    new Taken.Place(area.getMaxX() - 4, place - 6, Mark.Anchor.END),
                    new Taken.Place(area.getMinX() + 4, place - 6, Mark.Anchor.START),
                    new Taken.Place(area.getMaxX() - 4, place + 14, Mark.Anchor.END),
                    new Taken.Place(area.getMinX() + 4, place + 14, Mark.Anchor.START));
        }
    }

    @Override
    public void text(TextPlane text) {
        if (vertical) {
            text.vertical(at, Ascii.in(text.style(), label));
        } else {
            text.horizontal(at, Ascii.in(text.style(), label));
        }
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        return (vertical ? "Line at x = " : "Line at y = ") + Numbers.text(at) + (label.isEmpty() ? "" : ", " + label);
    }
}
