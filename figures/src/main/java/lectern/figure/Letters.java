package lectern.figure;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/// The letters of all figures: one family, three sizes.
final class Letters {

    /// The font that figures come with, and one of the same widths for pages that do not have it.
    static final String FAMILY = Typeface.NAME + ", Verdana, sans-serif";

    static final int TITLE = 15;
    static final int LABEL = 13;
    static final int SMALL = 12;

    private static final int SMALLEST_TITLE = 11;

    /// Letters are placed at fractions of a pixel, since the drawing may be shown at any size.
    static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

    /// The size in which letters are designed: measured in it, nothing is rounded on the way.
    private static final int EM = 2048;

    private Letters() {}

    /// Plain letters for XChart, which measures and draws some words by itself.
    ///
    /// @param words all that they are to show
    static Font font(String words, int size) {
        return Typeface.of(words, false, size);
    }

    /// How wide words are drawn, in pixels.
    static double width(String words, boolean bold, int size) {
        return Typeface.of(words, bold, EM).getStringBounds(words, FONTS).getWidth() * size / EM;
    }

    /// How wide plain words are drawn, in pixels.
    static double width(String words, int size) {
        return width(words, false, size);
    }

    /// Words that fit into some room, cut if they have to be.
    static String fitting(String words, boolean bold, int size, double room) {
        String fitting = words;
        while (fitting.length() > 1 && width(fitting, bold, size) > room) {
            fitting = fitting.substring(0, fitting.length() - 2).strip() + "…";
        }
        return fitting;
    }

    /// The size of a title: smaller if it is long.
    static int titleSize(String title, double room) {
        double share = room / width(title, true, TITLE);
        return share < 1 ? (int) Math.max(SMALLEST_TITLE, Math.floor(TITLE * share)) : TITLE;
    }

    /// How wide a title is drawn, if it need not be cut.
    static double titleWidth(String title, double room) {
        return width(title, true, titleSize(title, room));
    }

    /// Words as shapes, where there is no font to count on.
    static Shape outline(Mark.Words words) {
        var place = AffineTransform.getTranslateInstance(words.x(), words.y());
        place.rotate(Math.toRadians(words.angle()));
        place.translate(-words.anchor().share() * width(words.words(), words.bold(), words.size()), 0);
        place.scale((double) words.size() / EM, (double) words.size() / EM);
        return new TextLayout(words.words(), Typeface.of(words.words(), words.bold(), EM), FONTS).getOutline(place);
    }
}
