package lectern.figure;

import java.awt.geom.RoundRectangle2D;

/// A bar that says how far something is.
///
/// @param share that is done, 0…1
/// @param words below the bar
record Meter(double share, String words) {

    /// What it takes of the height of a figure.
    static final int HEIGHT = 36;

    private static final int BAR = 6;
    private static final int CHARACTERS = 40;

    /// Paints it across a figure.
    ///
    /// @param top where it begins
    void paint(Sheet sheet, Theme theme, double x, double top, double width) {
        sheet.fill(new RoundRectangle2D.Double(x, top, width, BAR, BAR, BAR), theme.grid());
        if (share > 0) {
            sheet.fill(
                    new RoundRectangle2D.Double(x, top, Math.max(BAR, share * width), BAR, BAR, BAR), theme.color(0));
        }
        sheet.words(words, x, top + BAR + Letters.SMALL + 4.0, Letters.SMALL, theme.quietInk(), Mark.Anchor.START);
    }

    String text(TextStyle style) {
        int filled = (int) Math.round(share * CHARACTERS);
        return "[" + "=".repeat(filled) + " ".repeat(CHARACTERS - filled) + "] " + Ascii.in(style, words);
    }
}
