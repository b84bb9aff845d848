package lectern.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws a diagram: where the boxes stand, and the arrows from side to side.
final class DiagramPainter {

    private static final int PAD = 20;
    private static final int LINE_HEIGHT = 17;
    private static final double LEAST_WIDTH = 40;
    private static final double HEAD = 8;

    private final DiagramPlot plot;
    private final Theme theme;
    private final Sheet sheet = new Sheet();
    private final Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
    private final Map<Diagram.Edge, List<Point2D>> bends = new LinkedHashMap<>();
    private final boolean given;

    DiagramPainter(DiagramPlot plot, Theme theme) {
        this.plot = plot;
        this.theme = theme;
        long placed = plot.nodes().stream().filter(node -> node.place() != null).count();
        if (placed != 0 && placed != plot.nodes().size()) {
            throw new IllegalArgumentException("diagram: expected a place for each of "
                    + plot.nodes().size() + " boxes or for none, found " + placed + "; add at(column, row)");
        }
        this.given = placed > 0;
    }

    Drawing drawing() {
        double widest = LEAST_WIDTH;
        double highest = 30;
        for (Diagram.Node node : plot.nodes()) {
            widest = Math.max(widest, width(node));
            highest = Math.max(highest, height(node));
        }
        double labels = plot.edges().stream()
                .mapToDouble(edge -> Letters.width(edge.label(), Letters.SMALL))
                .max()
                .orElse(0);
        boolean sideways = given || !plot.downwards();
        double columnWidth = widest + (sideways ? Math.max(44, labels + 30) : 26);
        double rowHeight = highest + (given || plot.downwards() ? 40 : 20);
        place(columnWidth, rowHeight);
        move();
        plot.edges().forEach(this::paint);
        plot.nodes().forEach(this::paint);
        double right = PAD;
        double bottom = PAD;
        for (Rectangle2D box : boxes.values()) {
            right = Math.max(right, box.getMaxX());
            bottom = Math.max(bottom, box.getMaxY());
        }
        for (Point2D bend : bends.values().stream().flatMap(List::stream).toList()) {
            right = Math.max(right, bend.getX());
            bottom = Math.max(bottom, bend.getY());
        }
        double total = Math.max(right + PAD, 2 * PAD + titleWidth());
        sheet.title(plot.title(), total / 2, PAD + Letters.TITLE - 4.0, total, theme.ink(), Mark.Anchor.MIDDLE);
        return new Drawing((int) Math.ceil(total), (int) Math.ceil(bottom) + PAD, theme.paper(), sheet.marks());
    }

    private double titleWidth() {
        return plot.title().isBlank() ? 0 : Letters.titleWidth(plot.title(), 600);
    }

    private static String[] lines(Diagram.Node node) {
        return node.label().split("\n", -1);
    }

    private static double width(Diagram.Node node) {
        double widest = 0;
        for (String line : lines(node)) {
            widest = Math.max(widest, Letters.width(line, Letters.LABEL));
        }
        return Math.max(LEAST_WIDTH, Math.rint(widest) + (node.operation() ? 26 : 20));
    }

    private static double height(Diagram.Node node) {
        return lines(node).length * LINE_HEIGHT + 13.0;
    }

    private void place(double columnWidth, double rowHeight) {
        if (given) {
            for (Diagram.Node node : plot.nodes()) {
                Diagram.Place place = node.place();
                if (place != null) {
                    box(node, place.column() * columnWidth, place.row() * rowHeight);
                }
            }
            return;
        }
        var layering =
                new Layering(plot.nodes().stream().map(Diagram.Node::name).toList(), plot.edges());
        for (Diagram.Node node : plot.nodes()) {
            double along = layering.layer(node.name());
            double across = layering.across(node.name());
            box(
                    node,
                    (plot.downwards() ? across : along) * columnWidth,
                    (plot.downwards() ? along : across) * rowHeight);
        }
        for (Diagram.Edge edge : plot.edges()) {
            var points = new ArrayList<Point2D>();
            for (String bend : layering.bends(edge)) {
                double along = layering.layer(bend);
                double across = layering.across(bend);
                points.add(new Point2D.Double(
                        (plot.downwards() ? across : along) * columnWidth,
                        (plot.downwards() ? along : across) * rowHeight));
            }
            bends.put(edge, points);
        }
    }

    private void box(Diagram.Node node, double middleX, double middleY) {
        double width = width(node);
        double height = height(node);
        boxes.put(node.name(), new Rectangle2D.Double(middleX - width / 2, middleY - height / 2, width, height));
    }

    /// Moves everything into the picture, below its title.
    private void move() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        for (Rectangle2D box : boxes.values()) {
            left = Math.min(left, box.getX());
            top = Math.min(top, box.getY());
        }
        for (Point2D bend : bends.values().stream().flatMap(List::stream).toList()) {
            left = Math.min(left, bend.getX());
            top = Math.min(top, bend.getY());
        }
        boolean loops = plot.edges().stream().anyMatch(edge -> edge.from().equals(edge.to()));
        double dx = PAD - left;
        double dy = PAD + (plot.title().isBlank() ? 0 : Letters.TITLE + 12) + (loops ? 26 : 0) - top;
        boxes.replaceAll(
                (_, box) -> new Rectangle2D.Double(box.getX() + dx, box.getY() + dy, box.getWidth(), box.getHeight()));
        bends.replaceAll((_, points) -> points.stream()
                .<Point2D>map(point -> new Point2D.Double(point.getX() + dx, point.getY() + dy))
                .toList());
    }

    private void paint(Diagram.Node node) {
        Rectangle2D box = boxes.getOrDefault(node.name(), new Rectangle2D.Double());
        double round = node.operation() ? box.getHeight() : 8;
        var shape = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), round, round);
        Color color = theme.color(node.operation() ? 1 : 0);
        sheet.fill(shape, theme.paper());
        sheet.fill(shape, new Color(color.getRed(), color.getGreen(), color.getBlue(), 34));
        sheet.line(shape, color, Strokes.plain(1.4));
        String[] lines = lines(node);
        for (int i = 0; i < lines.length; i++) {
            double y = box.getCenterY() + (i - (lines.length - 1) / 2.0) * LINE_HEIGHT + 4.5;
            sheet.words(lines[i], box.getCenterX(), y, Letters.LABEL, theme.ink(), Mark.Anchor.MIDDLE);
        }
    }

    private void paint(Diagram.Edge edge) {
        Rectangle2D from = boxes.getOrDefault(edge.from(), new Rectangle2D.Double());
        Rectangle2D to = boxes.getOrDefault(edge.to(), new Rectangle2D.Double());
        var path = new Path2D.Double();
        if (edge.from().equals(edge.to())) {
            loop(path, from, edge.label());
            return;
        }
        boolean upright =
                given ? Math.abs(to.getCenterX() - from.getCenterX()) < from.getWidth() / 2 : plot.downwards();
        boolean ahead = upright ? to.getCenterY() > from.getCenterY() : to.getCenterX() > from.getCenterX();
        Point2D start = side(from, upright, ahead);
        Point2D end = side(to, upright, !ahead);
        path.moveTo(start.getX(), start.getY());
        Point2D previous = start;
        for (Point2D bend : bends.getOrDefault(edge, List.of())) {
            curve(path, previous, bend, upright);
            previous = bend;
        }
        curve(path, previous, end, upright);
        sheet.line(path, theme.quietInk(), Strokes.plain(1.3));
        double backX = upright ? end.getX() : end.getX() - (ahead ? 1 : -1);
        double backY = upright ? end.getY() - (ahead ? 1 : -1) : end.getY();
        Arrow.head(sheet, backX, backY, end.getX(), end.getY(), HEAD, theme.quietInk());
        double middleX = (previous.getX() + end.getX()) / 2;
        double middleY = (previous.getY() + end.getY()) / 2;
        label(edge.label(), upright ? middleX + 6 : middleX, upright ? middleY + 4 : middleY - 6, upright);
    }

    private void label(String label, double x, double y, boolean beside) {
        if (!label.isBlank()) {
            Mark.Anchor anchor = beside ? Mark.Anchor.START : Mark.Anchor.MIDDLE;
            double width = Letters.width(label, Letters.SMALL);
            double left = x - anchor.share() * width;
            sheet.fill(new Rectangle2D.Double(left - 2, y - 11, width + 4, 14), theme.paper());
            sheet.words(label, x, y, Letters.SMALL, theme.ink(), anchor);
        }
    }

    private void loop(Path2D path, Rectangle2D box, String label) {
        double x = box.getCenterX();
        double y = box.getMinY();
        path.moveTo(x + 12, y);
        path.curveTo(x + 30, y - 32, x - 30, y - 32, x - 12, y);
        sheet.line(path, theme.quietInk(), Strokes.plain(1.3));
        Arrow.head(sheet, x - 16, y - 7, x - 12, y, HEAD, theme.quietInk());
        label(label, x, y - 28, false);
    }

    /// The middle of a side of a box.
    private static Point2D side(Rectangle2D box, boolean upright, boolean far) {
        return upright
                ? new Point2D.Double(box.getCenterX(), far ? box.getMaxY() : box.getMinY())
                : new Point2D.Double(far ? box.getMaxX() : box.getMinX(), box.getCenterY());
    }

    private static void curve(Path2D path, Point2D from, Point2D to, boolean upright) {
        double half = upright ? (to.getY() - from.getY()) / 2 : (to.getX() - from.getX()) / 2;
        if (upright) {
            path.curveTo(from.getX(), from.getY() + half, to.getX(), to.getY() - half, to.getX(), to.getY());
        } else {
            path.curveTo(from.getX() + half, from.getY(), to.getX() - half, to.getY(), to.getX(), to.getY());
        }
    }
}
