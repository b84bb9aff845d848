package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// One thing in a [Drawing]; later marks cover earlier ones. Lengths are pixels of a screen of ordinary density.
sealed interface Mark {

    /// A filled shape.
    ///
    /// @param clip what is outside of it stays unpainted; null for no limit
    record Fill(Shape shape, Color color, @Nullable Rectangle2D clip) implements Mark {}

    /// A line along a shape.
    ///
    /// @param clip what is outside of it stays unpainted; null for no limit
    record Line(
            Shape shape,
            Color color,
            BasicStroke stroke,
            @Nullable Rectangle2D clip) implements Mark {}

    /// An image whose pixels stay squares however large it is shown.
    record Picture(BufferedImage image, Rectangle2D place) implements Mark {}

    /// Words that stay words: they can be selected, searched and read aloud.
    ///
    /// @param x where the words start, have their middle or end
    /// @param y of the baseline
    record Words(String words, double x, double y, int size, boolean bold, Color color, Anchor anchor)
            implements Mark {}

    /// Which end of the words is held in place.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
