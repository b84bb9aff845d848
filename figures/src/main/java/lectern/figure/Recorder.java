package lectern.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A graphics context that only writes down what is painted on it, in the coordinates of the whole drawing.
///
/// It knows plain colours, basic strokes and rectangular clips: what XChart's charts are made of. Text becomes
/// outlines.
/// Whatever else a painter asks for is refused, so that nothing is drawn wrongly in silence.
final class Recorder extends Graphics2D {

    /// Letters are placed at fractions of a pixel, since the drawing may be shown at any size.
    private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

    private final List<Mark> marks;
    private final RenderingHints hints = new RenderingHints(Map.of());
    private AffineTransform transform = new AffineTransform();
    private Color color = Color.BLACK;
    private Color background = Color.WHITE;
    private BasicStroke stroke = new BasicStroke();
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private @Nullable Rectangle2D clip;

    Recorder() {
        this(new ArrayList<>());
    }

    private Recorder(List<Mark> marks) {
        this.marks = marks;
    }

    List<Mark> marks() {
        return marks;
    }

    @Override
    public void draw(Shape shape) {
        if (color.getAlpha() > 0) {
            marks.add(new Mark.Line(transform.createTransformedShape(shape), color, stroke, clip));
        }
    }

    @Override
    public void fill(Shape shape) {
        if (color.getAlpha() > 0) {
            marks.add(new Mark.Fill(transform.createTransformedShape(shape), color, clip));
        }
    }

    @Override
    public void drawString(String words, float x, float y) {
        if (!words.isEmpty()) {
            fill(new TextLayout(words, font, FONTS).getOutline(AffineTransform.getTranslateInstance(x, y)));
        }
    }

    @Override
    public void drawString(String words, int x, int y) {
        drawString(words, (float) x, (float) y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void setColor(Color color) {
        // Java's own contexts ignore a missing colour too.
        if (color != null) {
            this.color = color;
        }
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setPaint(Paint paint) {
        if (!(paint instanceof Color plain)) {
            throw unsupported("paint " + paint);
        }
        color = plain;
    }

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    public void setStroke(Stroke stroke) {
        if (!(stroke instanceof BasicStroke basic)) {
            throw unsupported("stroke " + stroke);
        }
        this.stroke = basic;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setBackground(Color color) {
        background = color;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setFont(Font font) {
        this.font = font;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return FONTS;
    }

    @Override
    public FontMetrics getFontMetrics(Font f) {
        var canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return canvas.getFontMetrics(f);
        } finally {
            canvas.dispose();
        }
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform next) {
        transform.concatenate(next);
    }

    @Override
    public void setTransform(AffineTransform transform) {
        this.transform = new AffineTransform(transform);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape == null ? null : rectangle(shape);
    }

    @Override
    public void clip(Shape shape) {
        Rectangle2D other = rectangle(shape);
        clip = clip == null ? other : clip.createIntersection(other);
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    @SuppressWarnings("NullAway") // null is what the method of the JDK promises where there is no clip
    public Shape getClip() {
        return clip;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Rectangle getClipBounds() {
        return clip == null ? null : clip.getBounds();
    }

    private Rectangle2D rectangle(Shape shape) {
        boolean upright = (transform.getType() & ~(AffineTransform.TYPE_TRANSLATION | AffineTransform.TYPE_MASK_SCALE))
                == AffineTransform.TYPE_IDENTITY;
        if (!(shape instanceof Rectangle2D) || !upright) {
            throw unsupported("clip " + shape);
        }
        return transform.createTransformedShape(shape).getBounds2D();
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        Color before = color;
        color = background;
        fillRect(x, y, width, height);
        color = before;
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int extent) {
        draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int extent) {
        fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        draw(polyline(xs, ys, count));
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        draw(new Polygon(xs, ys, count));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        fill(new Polygon(xs, ys, count));
    }

    private static Shape polyline(int[] xs, int[] ys, int count) {
        var path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        return path;
    }

    @Override
    public Graphics create() {
        var copy = new Recorder(marks);
        copy.transform = getTransform();
        copy.color = color;
        copy.background = background;
        copy.stroke = stroke;
        copy.font = font;
        copy.clip = clip;
        copy.hints.putAll(hints);
        return copy;
    }

    @Override
    public void dispose() {
        // Nothing is held.
    }

    @Override
    public boolean hit(Rectangle area, Shape shape, boolean onStroke) {
        Shape painted = onStroke ? stroke.createStrokedShape(shape) : shape;
        return transform.createTransformedShape(painted).intersects(area);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        if (value == null) {
            hints.remove(key);
        } else {
            hints.put(key, value);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null is what the method of the JDK promises for a hint that is not set
    public Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> replacements) {
        hints.clear();
        hints.putAll(replacements);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints.putAll(more);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }

    @Override
    public void setComposite(Composite composite) {
        if (!AlphaComposite.SrcOver.equals(composite)) {
            throw unsupported("composite " + composite);
        }
    }

    @Override
    public Composite getComposite() {
        return AlphaComposite.SrcOver;
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw unsupported("device configuration");
    }

    @Override
    public void setPaintMode() {
        // The only mode there is.
    }

    @Override
    public void setXORMode(Color other) {
        throw unsupported("XOR mode");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unsupported("copied area");
    }

    @Override
    public void drawString(AttributedCharacterIterator words, int x, int y) {
        throw unsupported("styled text");
    }

    @Override
    public void drawString(AttributedCharacterIterator words, float x, float y) {
        throw unsupported("styled text");
    }

    @Override
    public boolean drawImage(Image image, AffineTransform place, ImageObserver observer) {
        throw unsupported("image");
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp change, int x, int y) {
        throw unsupported("image");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform place) {
        throw unsupported("image");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform place) {
        throw unsupported("image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw unsupported("image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw unsupported("image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color background, ImageObserver observer) {
        throw unsupported("image");
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, Color background, ImageObserver observer) {
        throw unsupported("image");
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            ImageObserver observer) {
        throw unsupported("image");
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color background,
            ImageObserver observer) {
        throw unsupported("image");
    }

    private static UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(
                "recorder: expected plain colours, basic strokes and upright clips, found " + what);
    }
}
