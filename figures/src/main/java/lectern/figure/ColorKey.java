package lectern.figure;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// A bar that says which colour is which number.
///
/// @param label what the numbers are, with their unit; may be empty
record ColorKey(ColorMap map, Range range, String label) {

    private static final int GAP = 14;
    private static final int BAR = 14;
    private static final int STEPS = 128;

    /// Two ticks have room then.
    private static final int LEAST = 90;

    /// The room that it takes right of what it explains, with the gap before it.
    ///
    /// @param height of what it explains
    double width(double height) {
        double widest = ticks(height).stream()
                .mapToDouble(tick -> Letters.width(tick.label(), Letters.SMALL))
                .max()
                .orElse(0);
        return GAP + BAR + 6 + widest + (label.isBlank() ? 0 : Letters.LABEL + 8);
    }

    /// How high it has to be, in pixels, so that its label is not cut.
    double leastHeight() {
        return Math.max(LEAST, Letters.width(label, Letters.LABEL));
    }

    private List<Ticks.Tick> ticks(double height) {
        List<Ticks.Tick> ticks = Ticks.of(Axis.LINEAR, range, (int) Math.max(2, height / 50), false);
        // One number alone, as the 0 in the middle, says nothing of the scale.
        if (ticks.size() >= 2) {
            return ticks;
        }
        return List.of(
                new Ticks.Tick(range.min(), Numbers.brief(range.min())),
                new Ticks.Tick(range.max(), Numbers.brief(range.max())));
    }

    /// Paints the bar right of an area, as high as it.
    void paint(Sheet sheet, Theme theme, Rectangle2D area) {
        var image = new BufferedImage(1, STEPS, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < STEPS; i++) {
            image.setRGB(0, i, map.at(1 - i / (STEPS - 1.0)).getRGB());
        }
        var bar = new Rectangle2D.Double(area.getMaxX() + GAP, area.getMinY(), BAR, area.getHeight());
        sheet.picture(image, bar, false);
        sheet.line(bar, theme.grid(), new BasicStroke(0.7f));
        double widest = 0;
        for (Ticks.Tick tick : ticks(area.getHeight())) {
            double y = area.getMaxY() - (tick.position() - range.min()) / range.length() * area.getHeight();
            sheet.line(bar.getMaxX(), y, bar.getMaxX() + 3, y, theme.quietInk(), 1);
            sheet.words(tick.label(), bar.getMaxX() + 6, y + 4, Letters.SMALL, theme.quietInk(), Mark.Anchor.START);
            widest = Math.max(widest, Letters.width(tick.label(), Letters.SMALL));
        }
        sheet.turned(
                label,
                bar.getMaxX() + 6 + widest + Letters.LABEL + 4,
                area.getCenterY(),
                Letters.LABEL,
                theme.ink(),
                Mark.Anchor.MIDDLE,
                -90);
    }
}
