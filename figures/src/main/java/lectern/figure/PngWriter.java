package lectern.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a [Drawing] as PNG, two pixels for one, for screens that have them and for print.
final class PngWriter {

    private static final int DENSITY = 2;

    private PngWriter() {}

    static byte[] write(Drawing drawing) {
        var image =
                new BufferedImage(DENSITY * drawing.width(), DENSITY * drawing.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.scale(DENSITY, DENSITY);
            g.setColor(drawing.paper());
            g.fill(new RoundRectangle2D.Double(
                    0, 0, drawing.width(), drawing.height(), 2.0 * Drawing.CORNER, 2.0 * Drawing.CORNER));
            for (Mark mark : drawing.marks()) {
                paint(g, mark);
            }
        } finally {
            g.dispose();
        }
        return encoded(image);
    }

    private static void paint(Graphics2D g, Mark mark) {
        switch (mark) {
            case Mark.Fill fill -> {
                clip(g, fill.clip());
                g.setColor(fill.color());
                g.fill(fill.shape());
            }
            case Mark.Line line -> {
                clip(g, line.clip());
                g.setColor(line.color());
                g.setStroke(line.stroke());
                g.draw(line.shape());
            }
            case Mark.Picture picture -> {
                clip(g, null);
                g.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION,
                        picture.smooth()
                                ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                                : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
                Rectangle2D to = picture.place();
                g.drawImage(
                        picture.image(),
                        (int) Math.round(to.getX()),
                        (int) Math.round(to.getY()),
                        (int) Math.round(to.getWidth()),
                        (int) Math.round(to.getHeight()),
                        null);
            }
            case Mark.Words words -> {
                clip(g, null);
                g.setColor(words.color());
                g.fill(Letters.outline(words));
            }
            case Mark.Hint _ -> {
                // There is no mouse over pixels.
            }
        }
    }

    private static void clip(Graphics2D g, @Nullable Rectangle2D clip) {
        g.setClip(clip);
    }

    /// An image as a PNG file.
    static byte[] encoded(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("png: expected a writer for PNG, found none in this Java");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
