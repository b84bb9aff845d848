package lectern.figure;

import java.awt.Font;
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
            double width = Letters.width(label, Letters.font(Font.PLAIN, Letters.SMALL));
            boolean room = place + 5 + width <= area.getMaxX();
            NoteLayer.words(
                    plane,
                    sheet,
                    label,
                    room ? place + 5 : place - 5,
                    area.getMinY() + 12,
                    room ? Mark.Anchor.START : Mark.Anchor.END);
        } else {
            sheet.line(new Line2D.Double(area.getMinX(), place, area.getMaxX(), place), ink, Strokes.dashed(1.2));
            double y = place - 5 < area.getMinY() + 10 ? place + 14 : place - 5;
            NoteLayer.words(plane, sheet, label, area.getMaxX() - 4, y, Mark.Anchor.END);
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
