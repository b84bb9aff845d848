package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes one path of the lines that belong together.
///
/// XChart paints a series piece by piece: a segment, a marker, the next segment. Marks of one opaque colour may change
/// places without a visible difference, so in a stretch of such marks all lines with the same stroke become one path.
/// Where one segment starts at the end of the last, the path goes on, with a proper corner and an unbroken dash
/// pattern.
final class LineJoiner {

    private final List<Mark> result = new ArrayList<>();
    private final Map<BasicStroke, Path2D> open = new HashMap<>();
    private @Nullable Color color;
    private @Nullable Rectangle2D clip;

    private LineJoiner() {}

    static List<Mark> joined(List<Mark> marks) {
        var joiner = new LineJoiner();
        marks.forEach(joiner::take);
        return joiner.result;
    }

    private void take(Mark mark) {
        switch (mark) {
            case Mark.Line line -> {
                startStretch(line.color(), line.clip());
                take(line);
            }
            case Mark.Fill fill -> {
                startStretch(fill.color(), fill.clip());
                result.add(fill);
            }
            default -> {
                open.clear();
                result.add(mark);
            }
        }
    }

    private void startStretch(Color newColor, @Nullable Rectangle2D newClip) {
        if (!newColor.equals(color) || !Objects.equals(newClip, clip) || newColor.getAlpha() < 255) {
            open.clear();
        }
        color = newColor;
        clip = newClip;
    }

    private void take(Mark.Line line) {
        Path2D path = open.get(line.stroke());
        if (path == null) {
            path = new Path2D.Double(line.shape());
            open.put(line.stroke(), path);
            result.add(new Mark.Line(path, line.color(), line.stroke(), line.clip()));
        } else {
            PathIterator segments = line.shape().getPathIterator(null);
            path.append(segments, goesOn(path, line));
        }
    }

    /// Whether the line starts where the path ends. A line without length is a dot, which stands alone.
    private static boolean goesOn(Path2D path, Mark.Line line) {
        double[] start = new double[6];
        line.shape().getPathIterator(null).currentSegment(start);
        Point2D end = path.getCurrentPoint();
        boolean dot = line.shape().getBounds2D().getWidth() == 0
                && line.shape().getBounds2D().getHeight() == 0;
        return !dot && end != null && end.getX() == start[0] && end.getY() == start[1];
    }
}
