package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where our own plots put their marks, one on the other.
final class Sheet {

    private final List<Mark> marks = new ArrayList<>();
    private @Nullable Rectangle2D clip;

    List<Mark> marks() {
        return marks;
    }

    /// Limits what is painted from now on; null for no limit.
    void clip(@Nullable Rectangle2D limit) {
        clip = limit;
    }

    void fill(Shape shape, Color color) {
        marks.add(new Mark.Fill(shape, color, clip));
    }

    void line(Shape shape, Color color, BasicStroke stroke) {
        marks.add(new Mark.Line(shape, color, stroke, clip));
    }

    void line(double x1, double y1, double x2, double y2, Color color, double width) {
        line(new Line2D.Double(x1, y1, x2, y2), color, new BasicStroke((float) width));
    }

    void picture(BufferedImage image, Rectangle2D place, boolean smooth) {
        marks.add(new Mark.Picture(image, place, smooth));
    }

    void hint(double x, double y, double reach, String words) {
        hint(new Rectangle2D.Double(x - reach, y - reach, 2 * reach, 2 * reach), words);
    }

    void hint(Rectangle2D area, String words) {
        marks.add(new Mark.Hint(area, words));
    }

    void words(String words, double x, double y, int size, Color color, Mark.Anchor anchor) {
        turned(words, x, y, size, color, anchor, 0);
    }

    void turned(String words, double x, double y, int size, Color color, Mark.Anchor anchor, double angle) {
        if (!words.isBlank()) {
            marks.add(new Mark.Words(words, x, y, size, false, color, anchor, angle));
        }
    }

    /// A title, in smaller letters if it is long, and cut if it still does not fit.
    void title(String title, double x, double y, double room, Color color, Mark.Anchor anchor) {
        if (!title.isBlank()) {
            int size = Letters.titleSize(title, room);
            String fitting = Letters.fitting(title, true, size, room);
            marks.add(new Mark.Words(fitting, x, y, size, true, color, anchor, 0));
        }
    }
}
