package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a [Drawing] as SVG: positions to a tenth of a pixel, an outline met twice written once and used by reference.
///
/// Inline figures share one page and so one space of ids. Each id here starts with a hash of the whole figure: the same
/// figure is written the same way each time, and two different ones never meet.
final class SvgWriter {

    /// Stands where the hash goes, which is known only when everything else is written. XML allows no such character.
    private static final String HASH = "\u0001";

    private static final int PLACE_DECIMALS = 1;
    private static final int OUTLINE_DECIMALS = 2;

    /// Shorter outlines cost less written out than used by reference.
    private static final int WORTH_SHARING = 60;

    private final StringBuilder body = new StringBuilder();
    private final IdentityHashMap<Mark.Fill, List<Outline>> outlines = new IdentityHashMap<>();
    private final Map<String, String> shared = new LinkedHashMap<>();
    private final Map<Rectangle2D, String> clips = new LinkedHashMap<>();
    private String openGroup = "";

    private SvgWriter() {}

    /// @param title what the figure is called; may be empty
    /// @param description what there is to see, for those who cannot
    static String write(Drawing drawing, String title, String description) {
        var writer = new SvgWriter();
        writer.findShared(drawing.marks());
        drawing.marks().forEach(writer::write);
        writer.group("");
        String svg = writer.document(drawing, title, description);
        return svg.replace(HASH, hash(svg));
    }

    private String document(Drawing drawing, String title, String description) {
        int width = drawing.width();
        int height = drawing.height();
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                .formatted(width, height, width, height));
        svg.append(" role=\"img\" aria-labelledby=\"")
                .append(HASH)
                .append("-t ")
                .append(HASH)
                .append("-d\">\n");
        svg.append("<title id=\"%s-t\">%s</title>\n".formatted(HASH, escaped(title.isEmpty() ? "Figure" : title)));
        svg.append("<desc id=\"%s-d\">%s</desc>\n".formatted(HASH, escaped(description)));
        if (!shared.isEmpty() || !clips.isEmpty()) {
            svg.append("<defs>\n");
            shared.forEach((data, id) -> svg.append("<path id=\"%s\" d=\"M0 0%s\"/>\n".formatted(id, data)));
            clips.forEach((clip, id) ->
                    svg.append("<clipPath id=\"%s\"><rect %s/></clipPath>\n".formatted(id, rectangle(clip))));
            svg.append("</defs>\n");
        }
        svg.append("<rect width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\"/>\n"
                .formatted(width, height, Theme.CORNER, hex(Theme.PAPER)));
        return svg.append(body).append("</svg>\n").toString();
    }

    /// Outlines that are met twice or more and are long enough get an id.
    private void findShared(List<Mark> marks) {
        var met = new HashMap<String, Integer>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Fill fill) {
                var parts = Outline.of(fill.shape(), OUTLINE_DECIMALS);
                outlines.put(fill, parts);
                for (Outline part : parts) {
                    if (part.data().length() >= WORTH_SHARING && met.merge(part.data(), 1, Integer::sum) == 2) {
                        shared.put(part.data(), HASH + "-g" + Integer.toString(shared.size(), Character.MAX_RADIX));
                    }
                }
            }
        }
    }

    private void write(Mark mark) {
        switch (mark) {
            case Mark.Fill fill -> write(fill);
            case Mark.Line line -> write(line);
            case Mark.Picture picture -> write(picture);
            case Mark.Words words -> write(words);
        }
    }

    private void write(Mark.Fill fill) {
        group(paint("fill", fill.color()) + clip(fill.clip()));
        var own = new ArrayList<String>();
        for (Outline part : outlines.getOrDefault(fill, List.of())) {
            String id = shared.get(part.data());
            if (id == null) {
                own.add("M" + number(part.x()) + " " + number(part.y()) + part.data());
            } else {
                body.append(
                        "<use href=\"#%s\" x=\"%s\" y=\"%s\"/>\n".formatted(id, number(part.x()), number(part.y())));
            }
        }
        if (!own.isEmpty()) {
            body.append("<path d=\"").append(String.join("", own)).append("\"/>\n");
        }
    }

    private void write(Mark.Line line) {
        group("fill=\"none\" " + paint("stroke", line.color()) + stroke(line.stroke()) + clip(line.clip()));
        body.append("<path d=\"")
                .append(PathData.of(line.shape(), PLACE_DECIMALS))
                .append("\"/>\n");
    }

    private void write(Mark.Picture picture) {
        group("");
        body.append(
                "<image %s preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"data:image/png;base64,%s\"/>\n"
                        .formatted(
                                rectangle(picture.place()),
                                Base64.getEncoder().encodeToString(PngWriter.encoded(picture.image()))));
    }

    private void write(Mark.Words words) {
        String weight = words.bold() ? " font-weight=\"bold\"" : "";
        group(paint("fill", words.color()) + weight + " font-family=\"" + Theme.FONT_FAMILY + "\" font-size=\""
                + words.size() + "\" text-anchor=\"" + anchor(words.anchor()) + "\"");
        body.append("<text x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(number(words.x()), number(words.y()), escaped(words.words())));
    }

    private static String anchor(Mark.Anchor anchor) {
        return switch (anchor) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
    }

    /// Marks with the same attributes share one group element; no attributes, no group.
    private void group(String attributes) {
        if (!attributes.equals(openGroup)) {
            body.append(openGroup.isEmpty() ? "" : "</g>\n");
            body.append(attributes.isEmpty() ? "" : "<g " + attributes + ">\n");
            openGroup = attributes;
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

    private String clip(@Nullable Rectangle2D clip) {
        if (clip == null) {
            return "";
        }
        String id = clips.computeIfAbsent(clip, _ -> HASH + "-c" + clips.size());
        return " clip-path=\"url(#" + id + ")\"";
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

    /// Sixty bits of SHA-256, after a letter, as an XML name has to start with one.
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 8; i++) {
                bits = bits << 8 | (digest[i] & 0xff);
            }
            return "f" + Long.toString(bits >>> 4, Character.MAX_RADIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("svg: expected SHA-256, which every Java platform has", e);
        }
    }
}
