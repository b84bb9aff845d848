package lectern.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A word at each of many points, beside it where there is room; where there is none, only the mouse sees it.
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
record LabelsLayer(double[] xs, double[] ys, List<String> words) implements PlaneLayer {

    private static final double RADIUS = 4;
    private static final double ASIDE = 7;

    /// Letters reach so far above and below their line.
    private static final double ASCENT = 9;

    private static final double DESCENT = 3;

    @Override
    public Depth depth() {
        return Depth.TOP;
    }

    @Override
    public void extend(Extent extent) {
        for (int i = 0; i < xs.length; i++) {
            extent.point(xs[i], ys[i]);
        }
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        var taken = new ArrayList<Rectangle2D>();
        for (int i = 0; i < xs.length; i++) {
            double x = plane.px(xs[i]);
            double y = plane.py(ys[i]);
            taken.add(new Rectangle2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            sheet.hint(x, y, 2 * RADIUS, words.get(i));
        }
        for (int i = 0; i < xs.length; i++) {
            place(plane, sheet, taken, plane.px(xs[i]), plane.py(ys[i]), words.get(i));
        }
    }

    private static void place(Plane plane, Sheet sheet, List<Rectangle2D> taken, double x, double y, String word) {
        double width = Letters.width(word, Letters.SMALL);
        double[][] places = {
            {x + ASIDE, y + RADIUS},
            {x - ASIDE - width, y + RADIUS},
            {x - width / 2, y - ASIDE},
            {x - width / 2, y + ASIDE + ASCENT}
        };
        for (double[] place : places) {
            var box = new Rectangle2D.Double(place[0], place[1] - ASCENT, width, ASCENT + DESCENT);
            if (plane.area().contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                sheet.words(
                        word, place[0], place[1], Letters.SMALL, plane.theme().ink(), Mark.Anchor.START);
                return;
            }
        }
    }

    @Override
    public void text(TextPlane text) {
        for (int i = 0; i < xs.length; i++) {
            text.words(xs[i], ys[i], Ascii.in(text.style(), words.get(i)));
        }
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> words.get(i) + " at " + Numbers.brief(xs[i]) + ", " + Numbers.brief(ys[i]))
                .collect(Collectors.joining("; "));
    }
}
