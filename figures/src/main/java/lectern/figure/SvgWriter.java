package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Writes a [Drawing] as SVG: positions to a tenth of a pixel, and no ids.
///
/// Inline figures share one page and so one space of ids, and the same figure may stand there twice. What is usually
/// referred to by an id is said in place: a clip is a nested `<svg>`, which cuts off what is outside of it.
final class SvgWriter {

    private static final int PLACE_DECIMALS = 1;
    private static final int OUTLINE_DECIMALS = 2;

    /// Words of this length and more say how wide they are, so that they fit in another font too.
    private static final int LONG_WORDS = 4;

    private final StringBuilder body = new StringBuilder();
    private String openGroup = "";
    private String closing = "";

    private SvgWriter() {}

    /// @param title what the figure is called; may be empty
    /// @param description what there is to see, for those who cannot
    static String write(Drawing drawing, String title, String description) {
        var writer = new SvgWriter();
        drawing.marks().forEach(writer::write);
        writer.group("", null);
        return writer.document(drawing, title, description);
    }

    private String document(Drawing drawing, String title, String description) {
        int width = drawing.width();
        int height = drawing.height();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
                        .formatted(width, height, width, height)
                + "<title>" + escaped(title.isEmpty() ? "Figure" : title) + "</title>\n"
                + "<desc>" + escaped(description) + "</desc>\n"
                + "<rect width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\"/>\n"
                        .formatted(width, height, Drawing.CORNER, hex(drawing.paper()))
                + body + "</svg>\n";
    }

    private void write(Mark mark) {
        switch (mark) {
            case Mark.Fill fill -> {
                group(paint("fill", fill.color()) + rule(fill.shape()), fill.clip());
                path(fill.shape(), fill.shape() instanceof Rectangle2D ? PLACE_DECIMALS : OUTLINE_DECIMALS);
            }
            case Mark.Line line -> {
                group("fill=\"none\" " + paint("stroke", line.color()) + stroke(line.stroke()), line.clip());
                path(line.shape(), PLACE_DECIMALS);
            }
            case Mark.Picture picture -> write(picture);
            case Mark.Words words -> write(words);
            case Mark.Hint hint -> {
                group("fill=\"none\" pointer-events=\"all\"", null);
                body.append(
                        "<rect %s><title>%s</title></rect>\n".formatted(rectangle(hint.area()), escaped(hint.words())));
            }
        }
    }

    private void path(Shape shape, int decimals) {
        body.append("<path d=\"").append(PathData.of(shape, decimals)).append("\"/>\n");
    }

    private static String rule(Shape shape) {
        return shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD
                        && !(shape instanceof Rectangle2D)
                ? " fill-rule=\"evenodd\""
                : "";
    }

    private void write(Mark.Picture picture) {
        group("", null);
        body.append("<image %s preserveAspectRatio=\"none\"%s href=\"data:image/png;base64,%s\"/>\n"
                .formatted(
                        rectangle(picture.place()),
                        picture.smooth() ? "" : " image-rendering=\"pixelated\"",
                        Base64.getEncoder().encodeToString(PngWriter.encoded(picture.image()))));
    }

    private void write(Mark.Words words) {
        String weight = words.bold() ? " font-weight=\"bold\"" : "";
        group(
                paint("fill", words.color()) + weight + " font-family=\"" + Letters.FAMILY + "\" font-size=\""
                        + words.size() + "\" text-anchor=\"" + anchor(words.anchor()) + "\"",
                null);
        String text = words.words();
        String length = text.length() < LONG_WORDS
                ? ""
                : " textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\""
                        .formatted(number(Letters.width(text, words.bold(), words.size())));
        String x = number(words.x());
        String y = number(words.y());
        String turn =
                words.angle() == 0 ? "" : " transform=\"rotate(%s %s %s)\"".formatted(number(words.angle()), x, y);
        body.append("<text x=\"%s\" y=\"%s\"%s%s>%s</text>\n".formatted(x, y, length, turn, escaped(text)));
    }

    private static String anchor(Mark.Anchor anchor) {
        return switch (anchor) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
    }

    /// Marks with the same attributes and the same clip share one element around them; where there are none, none.
    private void group(String attributes, @Nullable Rectangle2D clip) {
        String around = "";
        String end = "";
        if (clip != null) {
            around = "<svg %s viewBox=\"%s %s %s %s\">\n"
                    .formatted(
                            rectangle(clip),
                            number(clip.getX()),
                            number(clip.getY()),
                            number(clip.getWidth()),
                            number(clip.getHeight()));
            end = "</svg>\n";
        }
        if (!attributes.isEmpty()) {
            around += "<g " + attributes + ">\n";
            end = "</g>\n" + end;
        }
        if (!around.equals(openGroup)) {
            body.append(closing).append(around);
            openGroup = around;
            closing = end;
        }
    }

    private static String paint(String what, Color color) {
        String opacity = color.getAlpha() == 255
                ? ""
                : " %s-opacity=\"%s\"".formatted(what, PathData.number(color.getAlpha() / 255.0, 2));
        return "%s=\"%s\"%s".formatted(what, hex(color), opacity);
    }

    private static String stroke(BasicStroke stroke) {
        var out = new StringBuilder(" stroke-width=\"" + number(stroke.getLineWidth()) + "\"");
        switch (stroke.getEndCap()) {
            case BasicStroke.CAP_ROUND -> out.append(" stroke-linecap=\"round\"");
            case BasicStroke.CAP_SQUARE -> out.append(" stroke-linecap=\"square\"");
            default -> {}
        }
        switch (stroke.getLineJoin()) {
            case BasicStroke.JOIN_ROUND -> out.append(" stroke-linejoin=\"round\"");
            case BasicStroke.JOIN_BEVEL -> out.append(" stroke-linejoin=\"bevel\"");
            default -> {}
        }
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            var lengths = new ArrayList<String>();
            for (float dash : dashes) {
                lengths.add(number(dash));
            }
            out.append(" stroke-dasharray=\"").append(String.join(" ", lengths)).append('"');
        }
        return out.toString();
    }

    private static String rectangle(Rectangle2D r) {
        return "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                .formatted(number(r.getX()), number(r.getY()), number(r.getWidth()), number(r.getHeight()));
    }

    private static String number(double value) {
        return PathData.number(value, PLACE_DECIMALS);
    }

    private static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }

    /// Text for XML: markup characters escaped, characters XML does not allow replaced.
    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\t', '\n', '\r' -> out.append((char) c);
                default -> {
                    boolean allowed = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
                    out.appendCodePoint(allowed ? c : 0xFFFD);
                }
            }
        });
        return out.toString();
    }
}
