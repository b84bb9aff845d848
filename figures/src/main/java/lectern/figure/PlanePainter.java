package lectern.figure;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Draws a plane plot: title, axes, layers, legend, key of colours.
final class PlanePainter {

    private static final int PAD = 16;

    /// Between the plane and the numbers at it.
    private static final int TICK_GAP = 8;

    private static final int MOST_HINTS = 200;
    private static final double X_SPACING = 80;
    private static final double Y_SPACING = 45;

    private final PlanePlot plot;
    private final Theme theme;
    private final PlaneLayout layout;
    private final Range x;
    private final Range y;
    private final Legend legend;
    private final PlaneLayout.Insets insets;
    private final List<Ticks.Tick> yTicks;
    private final Sheet sheet = new Sheet();

    PlanePainter(PlanePlot plot, Theme theme, PlaneLayout layout) {
        this.plot = plot;
        this.theme = theme;
        this.layout = layout;
        this.x = layout.x() == null ? plot.rangeX() : layout.x();
        this.y = layout.y() == null ? plot.rangeY() : layout.y();
        this.legend = Legend.of(layout.legend() ? plot.legend() : List.of(), layout.width() - 2.0 * PAD);
        double top = PAD + (plot.title().isBlank() ? 0 : Letters.TITLE + 9);
        double bottom = PAD
                + (layout.outerX() ? TICK_GAP + Letters.SMALL : 0)
                + (hasX() ? Letters.LABEL + 9 : 0)
                + (legend.rows().isEmpty() ? 0 : legend.height() + 6);
        int most = (int) Math.max(2, (layout.height() - top - bottom) / Y_SPACING);
        this.yTicks = Ticks.of(plot.yAxis(), y, most, false);
        double widest = layout.outerY()
                ? yTicks.stream()
                        .mapToDouble(tick -> Letters.width(tick.label(), Letters.SMALL))
                        .max()
                        .orElse(0)
                : 0;
        double left = PAD + (layout.outerY() ? TICK_GAP + widest : 0) + (hasY() ? Letters.LABEL + 9 : 0);
        double right = PAD + (plot.key() == null ? 4 : plot.key().width(layout.height() - top - bottom));
        var needed = new PlaneLayout.Insets(left, top, right, bottom);
        this.insets = layout.insets() == null ? needed : needed.atLeast(layout.insets());
    }

    private boolean hasX() {
        return layout.outerX() && !plot.labels().x().isBlank();
    }

    private boolean hasY() {
        return layout.outerY() && !plot.yLabel().isBlank();
    }

    /// The room around the plane that this plot takes.
    PlaneLayout.Insets insets() {
        return insets;
    }

    Drawing drawing() {
        // Each row of the legend beyond the second makes the whole higher.
        int height = layout.height() + Math.max(0, legend.rows().size() - 2) * Legend.ROW_HEIGHT;
        var area = new Rectangle2D.Double(
                Math.rint(insets.left()),
                Math.rint(insets.top()),
                Math.rint(layout.width() - insets.left() - insets.right()),
                Math.rint(height - insets.top() - insets.bottom()));
        boolean covered = plot.layers().stream().anyMatch(layer -> layer.depth() == PlaneLayer.Depth.AREA);
        var bare = new Plane(theme, area, plot.xAxis(), plot.yAxis(), x, y, covered, Taken.NOTHING);
        var plane = bare.with(Taken.by(plot.layers(), bare));
        List<Ticks.Tick> xTicks = xTicks(area.getWidth());
        grid(plane, xTicks);
        for (PlaneLayer layer : plot.inOrder()) {
            layer.paint(plane, sheet);
        }
        words(plane, xTicks, height);
        if (plot.key() != null) {
            plot.key().paint(sheet, theme, area);
        }
        return new Drawing(layout.width(), height, theme.paper(), hinted(sheet.marks()));
    }

    /// The marks without their hints if there are so many of those that they would make up most of the file.
    private static List<Mark> hinted(List<Mark> marks) {
        long hints = marks.stream().filter(Mark.Hint.class::isInstance).count();
        return hints <= MOST_HINTS
                ? marks
                : marks.stream().filter(mark -> !(mark instanceof Mark.Hint)).toList();
    }

    /// As many numbers as have room beside one another.
    private List<Ticks.Tick> xTicks(double width) {
        int most = (int) Math.max(2, width / X_SPACING);
        boolean whole = plot.wholeX();
        if (whole && x.length() < 1.3 * most) {
            // Few epochs have a number each.
            most = (int) Math.ceil(x.length());
        }
        List<Ticks.Tick> ticks = Ticks.of(plot.xAxis(), x, most, whole);
        double widest = ticks.stream()
                .mapToDouble(tick -> Letters.width(tick.label(), Letters.SMALL))
                .max()
                .orElse(0);
        int fitting = (int) Math.max(2, width / (widest + 12));
        return ticks.size() <= fitting ? ticks : Ticks.of(plot.xAxis(), x, fitting, whole);
    }

    private void grid(Plane plane, List<Ticks.Tick> xTicks) {
        Rectangle2D area = plane.area();
        var fine = new Path2D.Double();
        for (double position : Ticks.fine(plot.xAxis(), x)) {
            upright(fine, area, plane.pixelX(position));
        }
        for (double position : Ticks.fine(plot.yAxis(), y)) {
            level(fine, area, plane.pixelY(position));
        }
        var grid = new Path2D.Double();
        xTicks.forEach(tick -> upright(grid, area, plane.pixelX(tick.position())));
        yTicks.forEach(tick -> level(grid, area, plane.pixelY(tick.position())));
        sheet.line(fine, theme.grid(), new BasicStroke(0.5f));
        sheet.line(grid, theme.grid(), new BasicStroke(1));
    }

    private static void upright(Path2D path, Rectangle2D area, double px) {
        path.moveTo(px, area.getMinY());
        path.lineTo(px, area.getMaxY());
    }

    private static void level(Path2D path, Rectangle2D area, double py) {
        path.moveTo(area.getMinX(), py);
        path.lineTo(area.getMaxX(), py);
    }

    private void words(Plane plane, List<Ticks.Tick> xTicks, int height) {
        Rectangle2D area = plane.area();
        double below = area.getMaxY() + TICK_GAP + Letters.SMALL - 2;
        if (layout.outerX()) {
            for (Ticks.Tick tick : xTicks) {
                double half = Letters.width(tick.label(), Letters.SMALL) / 2;
                double px = Math.clamp(plane.pixelX(tick.position()), half + 2, layout.width() - half - 2);
                sheet.words(tick.label(), px, below, Letters.SMALL, theme.quietInk(), Mark.Anchor.MIDDLE);
            }
        }
        if (hasX()) {
            sheet.words(
                    fitting(plot.labels().x(), layout.width() - 2.0 * PAD),
                    middle(plot.labels().x(), area),
                    below + Letters.LABEL + 9,
                    Letters.LABEL,
                    theme.ink(),
                    Mark.Anchor.MIDDLE);
        }
        if (layout.outerY()) {
            for (Ticks.Tick tick : yTicks) {
                sheet.words(
                        tick.label(),
                        area.getMinX() - TICK_GAP,
                        plane.pixelY(tick.position()) + 4,
                        Letters.SMALL,
                        theme.quietInk(),
                        Mark.Anchor.END);
            }
        }
        if (hasY()) {
            double top = insets.top() - PAD / 2.0;
            double bottom = area.getMaxY() + PAD;
            String label = fitting(plot.yLabel(), bottom - top);
            double half = Letters.width(label, Letters.LABEL) / 2;
            sheet.turned(
                    label,
                    PAD + Letters.LABEL - 3.0,
                    Math.clamp(area.getCenterY(), top + half, Math.max(top + half, bottom - half)),
                    Letters.LABEL,
                    theme.ink(),
                    Mark.Anchor.MIDDLE,
                    -90);
        }
        sheet.title(
                plot.title(),
                middle(plot.title(), area),
                PAD + Letters.TITLE - 2.0,
                layout.width() - 2.0 * PAD,
                theme.ink(),
                Mark.Anchor.MIDDLE);
        NoteLayer.words(
                plane,
                sheet,
                plot.unplacedNote(plot.extent()).replace("<=", "≤"),
                new Taken.Place(area.getMinX() + 4, area.getMaxY() - 6, Mark.Anchor.START),
                new Taken.Place(area.getMaxX() - 4, area.getMaxY() - 6, Mark.Anchor.END),
                new Taken.Place(area.getMaxX() - 4, area.getMinY() + 14, Mark.Anchor.END));
        legend.paint(sheet, theme, layout.width() / 2.0, height - PAD / 2.0 - legend.height());
    }

    private static String fitting(String words, double room) {
        return Letters.fitting(words, false, Letters.LABEL, room);
    }

    /// Over or under the middle of the plane, or of the whole where there is no room for that.
    private double middle(String words, Rectangle2D area) {
        double half = Letters.titleWidth(words, layout.width() - 2.0 * PAD) / 2;
        boolean fits = area.getCenterX() - half >= 4 && area.getCenterX() + half <= layout.width() - 4;
        return fits ? area.getCenterX() : layout.width() / 2.0;
    }
}
