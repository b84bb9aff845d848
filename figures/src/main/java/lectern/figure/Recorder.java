package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A graphics context that only writes down what is painted on it, in the coordinates of the whole drawing.
///
/// It knows plain colours, basic strokes and upright rectangular clips: what XChart's charts are made of. Text becomes
/// outlines. What else a painter asks for is refused, so that nothing is drawn wrongly in silence.
final class Recorder extends ShapeGraphics {

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
            fill(new TextLayout(words, font, Letters.FONTS).getOutline(AffineTransform.getTranslateInstance(x, y)));
        }
    }

    @Override
    public void drawString(String words, int x, int y) {
        drawString(words, (float) x, (float) y);
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
        return Letters.FONTS;
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
    public void clearRect(int x, int y, int width, int height) {
        Color before = color;
        color = background;
        fillRect(x, y, width, height);
        color = before;
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
}
