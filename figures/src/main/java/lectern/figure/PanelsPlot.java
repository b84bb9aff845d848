package lectern.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands side by side at one moment, and where.
record PanelsPlot(
        String title, @Nullable Meter meter, List<Snapshot> parts, int columns, boolean sharedX, boolean sharedY)
        implements Snapshot {

    private static final int PAD = 16;

    /// The size of the planes, by the number of columns.
    private static final int[][] PLANES = {{540, 300}, {330, 220}, {240, 180}, {190, 150}};

    /// What the words around the axes of a chart of XChart take.
    private static final int AROUND = 80;

    PanelsPlot {
        parts = List.copyOf(parts);
    }

    @Override
    public Drawing drawing(Theme theme) {
        List<PlanePlot> planes = planes();
        Range x = sharedX ? shared(planes, "x", PlanePlot::xAxis, PlanePlot::rangeX) : null;
        Range y = sharedY ? shared(planes, "y", PlanePlot::yAxis, PlanePlot::rangeY) : null;
        boolean oneLegend = oneLegend(planes);
        var layouts = new ArrayList<PlaneLayout>();
        for (int i = 0; i < parts.size(); i++) {
            boolean lowest = i + columns >= parts.size();
            layouts.add(new PlaneLayout(
                    plane()[0] + 100,
                    plane()[1] + 100,
                    x,
                    y,
                    null,
                    !sharedX || lowest,
                    !sharedY || i % columns == 0,
                    !oneLegend));
        }
        List<Drawing> drawings = drawings(theme, layouts);
        int[] widths = new int[columns];
        int[] heights = new int[Math.ceilDiv(parts.size(), columns)];
        for (int i = 0; i < drawings.size(); i++) {
            widths[i % columns] = Math.max(widths[i % columns], drawings.get(i).width());
            heights[i / columns] =
                    Math.max(heights[i / columns], drawings.get(i).height());
        }
        return placed(
                theme, drawings, widths, heights, oneLegend ? planes.getFirst().legend() : List.of());
    }

    private List<PlanePlot> planes() {
        return parts.stream()
                .filter(PlanePlot.class::isInstance)
                .map(PlanePlot.class::cast)
                .toList();
    }

    private int[] plane() {
        return PLANES[Math.min(columns, PLANES.length) - 1];
    }

    private static @Nullable Range shared(
            List<PlanePlot> planes, String which, Function<PlanePlot, Axis> axis, Function<PlanePlot, Range> range) {
        if (planes.stream().map(axis).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "panels: expected " + which + " axes of one kind to share, found a linear and a logarithmic one");
        }
        return planes.stream().map(range).reduce(Range::union).orElse(null);
    }

    private static boolean oneLegend(List<PlanePlot> planes) {
        List<List<String>> names = planes.stream()
                .map(plot -> plot.legend().stream().map(PlaneLayer::name).toList())
                .toList();
        return names.size() > 1
                && !names.getFirst().isEmpty()
                && names.stream().distinct().count() == 1;
    }

    /// Planes in one column have the same room left and right of them, those in one row above and below.
    private List<Drawing> drawings(Theme theme, List<PlaneLayout> layouts) {
        var columnInsets = new ArrayList<>(Collections.nCopies(columns, new PlaneLayout.Insets(0, 0, 0, 0)));
        int rows = Math.ceilDiv(parts.size(), columns);
        var rowInsets = new ArrayList<>(Collections.nCopies(rows, new PlaneLayout.Insets(0, 0, 0, 0)));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof PlanePlot plot) {
                var insets = new PlanePainter(plot, theme, layouts.get(i)).insets();
                columnInsets.set(i % columns, columnInsets.get(i % columns).atLeast(insets));
                rowInsets.set(i / columns, rowInsets.get(i / columns).atLeast(insets));
            }
        }
        var drawings = new ArrayList<Drawing>();
        for (int i = 0; i < parts.size(); i++) {
            var across = columnInsets.get(i % columns);
            var down = rowInsets.get(i / columns);
            PlaneLayout layout = layouts.get(i);
            drawings.add(
                    switch (parts.get(i)) {
                        case PlanePlot plot ->
                            new PlanePainter(
                                            plot,
                                            theme,
                                            new PlaneLayout(
                                                    plane()[0] + (int) Math.ceil(across.left() + across.right()),
                                                    plane()[1] + (int) Math.ceil(down.top() + down.bottom()),
                                                    layout.x(),
                                                    layout.y(),
                                                    new PlaneLayout.Insets(
                                                            across.left(), down.top(), across.right(), down.bottom()),
                                                    layout.outerX(),
                                                    layout.outerY(),
                                                    layout.legend()))
                                    .drawing();
                        case BarPlot plot -> plot.drawing(theme, plane()[0] + AROUND, plane()[1] + AROUND);
                        case Snapshot other -> other.drawing(theme);
                    });
        }
        return drawings;
    }

    private Drawing placed(Theme theme, List<Drawing> drawings, int[] widths, int[] heights, List<PlaneLayer> legend) {
        var sheet = new Sheet();
        var marks = new ArrayList<Mark>();
        int width = Arrays.stream(widths).sum();
        int top = title.isBlank() ? 0 : PAD + Letters.TITLE;
        sheet.title(title, width / 2.0, PAD + Letters.TITLE - 2.0, width - 2.0 * PAD, theme.ink(), Mark.Anchor.MIDDLE);
        if (meter != null) {
            meter.paint(sheet, theme, PAD, top + (double) PAD, width - 2.0 * PAD);
            top += Meter.HEIGHT;
        }
        int y = top;
        for (int i = 0; i < drawings.size(); i += columns) {
            int x = 0;
            for (int k = i; k < Math.min(drawings.size(), i + columns); k++) {
                Drawing drawing = drawings.get(k);
                // Planes are aligned as they are; what has a size of its own stands in the middle of its place.
                boolean aligned = parts.get(k) instanceof PlanePlot;
                double dx = x + (aligned ? 0 : (widths[k - i] - drawing.width()) / 2);
                double dy = y + (aligned ? 0 : (heights[i / columns] - drawing.height()) / 2);
                drawing.marks().forEach(mark -> marks.add(mark.moved(dx, dy)));
                x += widths[k - i];
            }
            y += heights[i / columns];
        }
        Legend under = Legend.of(legend, width - 2.0 * PAD);
        under.paint(sheet, theme, width / 2.0, y - 6.0);
        marks.addAll(sheet.marks());
        int bottom = under.rows().isEmpty() ? 0 : under.height() + 4;
        return new Drawing(width, y + bottom, theme.paper(), marks);
    }

    @Override
    public String description() {
        return parts.size()
                + (parts.size() == 1 ? " panel. " : " panels. ")
                + parts.stream()
                        .map(part -> (part.title().isBlank() ? "" : part.title() + ": ") + part.description())
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String text(TextStyle style) {
        String all = parts.stream().map(part -> part.text(style)).collect(Collectors.joining("\n\n"));
        String below = meter == null ? all : meter.text(style) + "\n\n" + all;
        return title.isBlank() ? below : Ascii.in(style, title) + "\n\n" + below;
    }
}
