package lectern.figure;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/// The letters of all figures: one family, three sizes. Only Java's logical fonts are named: they exist on any machine.
final class Letters {

    /// The font of Java on most machines, and one of the same widths for the others.
    static final String FAMILY = "DejaVu Sans, Verdana, sans-serif";

    static final int TITLE = 15;
    static final int LABEL = 13;
    static final int SMALL = 12;

    private static final int SMALLEST_TITLE = 11;

    /// Letters are placed at fractions of a pixel, since the drawing may be shown at any size.
    static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

    private Letters() {}

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /// How wide words are drawn, in pixels.
    static double width(String words, Font font) {
        return font.getStringBounds(words, FONTS).getWidth();
    }

    /// How wide plain words of a size are drawn, in pixels.
    static double width(String words, int size) {
        return width(words, font(Font.PLAIN, size));
    }

    /// Words that fit into some room, cut if they have to be.
    static String fitting(String words, Font font, double room) {
        String fitting = words;
        while (fitting.length() > 1 && width(fitting, font) > room) {
            fitting = fitting.substring(0, fitting.length() - 2).strip() + "…";
        }
        return fitting;
    }

    /// The font of a title: smaller if it is long.
    static Font titleFont(String title, double room) {
        Font font = font(Font.BOLD, TITLE);
        double share = room / width(title, font);
        return share < 1 ? font.deriveFont((float) Math.max(SMALLEST_TITLE, Math.floor(TITLE * share))) : font;
    }

    /// Words as shapes, where there is no font to count on.
    static Shape outline(Mark.Words words) {
        Font font = font(words.bold() ? Font.BOLD : Font.PLAIN, words.size());
        var place = AffineTransform.getTranslateInstance(words.x(), words.y());
        place.rotate(Math.toRadians(words.angle()));
        place.translate(-words.anchor().share() * width(words.words(), font), 0);
        return new TextLayout(words.words(), font, FONTS).getOutline(place);
    }
}
