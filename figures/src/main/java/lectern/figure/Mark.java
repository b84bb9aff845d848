package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// One thing in a [Drawing]; later marks cover earlier ones. Lengths are pixels of a screen of ordinary density.
sealed interface Mark {

    /// The same mark at another place.
    Mark moved(double dx, double dy);

    /// A filled shape.
    ///
    /// @param clip what is outside of it stays unpainted; null for no limit
    record Fill(Shape shape, Color color, @Nullable Rectangle2D clip) implements Mark {
        @Override
        public Mark moved(double dx, double dy) {
            return new Fill(Mark.moved(shape, dx, dy), color, Mark.movedClip(clip, dx, dy));
        }
    }

    /// A line along a shape.
    ///
    /// @param clip what is outside of it stays unpainted; null for no limit
    record Line(
            Shape shape,
            Color color,
            BasicStroke stroke,
            @Nullable Rectangle2D clip) implements Mark {
        @Override
        public Mark moved(double dx, double dy) {
            return new Line(Mark.moved(shape, dx, dy), color, stroke, Mark.movedClip(clip, dx, dy));
        }
    }

    /// An image.
    ///
    /// @param smooth whether a viewer may blend neighbouring pixels; if not they stay squares at any size
    record Picture(BufferedImage image, Rectangle2D place, boolean smooth) implements Mark {
        @Override
        public Mark moved(double dx, double dy) {
            return new Picture(image, Mark.moved(place, dx, dy).getBounds2D(), smooth);
        }
    }

    /// Words that stay words: they can be selected, searched and read aloud.
    ///
    /// @param x where the words start, have their middle or end
    /// @param y of the baseline
    /// @param angle by which they are turned to the right around that point, in degrees
    record Words(String words, double x, double y, int size, boolean bold, Color color, Anchor anchor, double angle)
            implements Mark {
        @Override
        public Mark moved(double dx, double dy) {
            return new Words(words, x + dx, y + dy, size, bold, color, anchor, angle);
        }
    }

    /// Words that are seen while the mouse is over an area, in the forms that have a mouse.
    record Hint(Rectangle2D area, String words) implements Mark {
        @Override
        public Mark moved(double dx, double dy) {
            return new Hint(Mark.moved(area, dx, dy).getBounds2D(), words);
        }
    }

    /// Which end of the words is held in place.
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }

        /// How much of the words is before the place.
        double share() {
            return share;
        }
    }

    private static Shape moved(Shape shape, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
    }

    private static @Nullable Rectangle2D movedClip(@Nullable Rectangle2D clip, double dx, double dy) {
        return clip == null ? null : moved(clip, dx, dy).getBounds2D();
    }
}
