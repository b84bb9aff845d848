package lectern.figure;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/// A picture that is painted as Java paints: by a chart of another library, or in a cell.
public final class Painting extends Exhibit<Painting> {

    private final int width;
    private final int height;
    private final Consumer<Graphics2D> painter;

    Painting(int width, int height, Consumer<Graphics2D> painter) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "painting: expected a width and a height of at least 1, found " + width + " and " + height);
        }
        this.width = width;
        this.height = height;
        this.painter = painter;
    }

    @Override
    Painting self() {
        return this;
    }

    @Override
    Snapshot snapshot(String title) {
        return new PaintingPlot(title, width, height, painter);
    }
}
