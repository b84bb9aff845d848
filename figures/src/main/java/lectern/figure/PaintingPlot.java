package lectern.figure;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/// What a painter paints, whenever it is asked for.
record PaintingPlot(String title, int width, int height, Consumer<Graphics2D> painter) implements Snapshot {

    @Override
    public Drawing drawing(Theme theme) {
        return Drawing.of(width, height, theme.paper(), g -> {
            g.setColor(theme.ink());
            painter.accept(g);
        });
    }

    @Override
    public String description() {
        return "Painting of " + width + " by " + height + " pixels.";
    }

    @Override
    public String text(TextStyle style) {
        String size = "(painting of " + width + " by " + height + " pixels)";
        return title.isBlank() ? size : Ascii.in(style, title) + "\n" + size;
    }
}
