package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Writes a [Drawing] as a PDF file of one page, after ISO 32000-1: letters as outlines, pictures as they are.
///
/// One unit of length is 1/96 inch, as in SVG. There is no date in the file, so the same drawing gives the same bytes.
final class PdfWriter {

    private static final double POINTS = 0.75;
    private static final int DECIMALS = 2;

    /// Objects 1 to 4 are the catalog, the pages, the page and its content.
    private static final int FIRST_FREE = 5;

    private final StringBuilder content = new StringBuilder();
    private final List<byte[]> images = new ArrayList<>();
    private final Map<Integer, String> opacities = new LinkedHashMap<>();

    private PdfWriter() {}

    static byte[] write(Drawing drawing) {
        var writer = new PdfWriter();
        writer.content.append(
                "%s 0 0 -%s 0 %s cm\n".formatted(number(POINTS), number(POINTS), number(POINTS * drawing.height())));
        double corner = 2.0 * Drawing.CORNER;
        writer.write(new Mark.Fill(
                new RoundRectangle2D.Double(0, 0, drawing.width(), drawing.height(), corner, corner),
                drawing.paper(),
                null));
        drawing.marks().forEach(writer::write);
        return writer.file(drawing.width() * POINTS, drawing.height() * POINTS);
    }

    private void write(Mark mark) {
        switch (mark) {
            case Mark.Fill fill -> {
                begin(fill.clip(), fill.color());
                color(fill.color(), "rg");
                fill(fill.shape());
            }
            case Mark.Line line -> {
                begin(line.clip(), line.color());
                write(line);
            }
            case Mark.Picture picture -> {
                content.append("q\n");
                Rectangle2D to = picture.place();
                images.add(image(picture));
                content.append("%s 0 0 -%s %s %s cm /I%d Do\n"
                        .formatted(
                                number(to.getWidth()),
                                number(to.getHeight()),
                                number(to.getX()),
                                number(to.getMaxY()),
                                images.size()));
            }
            case Mark.Words words -> {
                begin(null, words.color());
                color(words.color(), "rg");
                fill(Letters.outline(words));
            }
            case Mark.Hint _ -> {
                return;
            }
        }
        content.append("Q\n");
    }

    private void begin(@Nullable Rectangle2D clip, Color color) {
        content.append("q\n");
        if (clip != null) {
            path(clip);
            content.append("W n\n");
        }
        if (color.getAlpha() < 255) {
            opacities.putIfAbsent(color.getAlpha(), "/A" + color.getAlpha());
            content.append(opacities.get(color.getAlpha())).append(" gs\n");
        }
    }

    private void write(Mark.Line line) {
        BasicStroke stroke = line.stroke();
        if (stroke.getEndCap() == BasicStroke.CAP_SQUARE) {
            // PDF leaves a line without length out unless its ends are round; ours is a square marker.
            color(line.color(), "rg");
            fill(stroke.createStrokedShape(line.shape()));
            return;
        }
        color(line.color(), "RG");
        content.append(number(stroke.getLineWidth())).append(" w ");
        content.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? 1 : 0).append(" J ");
        content.append(
                        switch (stroke.getLineJoin()) {
                            case BasicStroke.JOIN_ROUND -> 1;
                            case BasicStroke.JOIN_BEVEL -> 2;
                            default -> 0;
                        })
                .append(" j\n");
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            content.append('[');
            for (float dash : dashes) {
                content.append(number(dash)).append(' ');
            }
            content.append("] 0 d\n");
        }
        path(line.shape());
        content.append("S\n");
    }

    private void color(Color color, String operator) {
        for (int part : new int[] {color.getRed(), color.getGreen(), color.getBlue()}) {
            content.append(PathData.number(part / 255.0, 3)).append(' ');
        }
        content.append(operator).append('\n');
    }

    private void fill(Shape shape) {
        path(shape);
        boolean evenOdd = shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
        content.append(evenOdd ? "f*\n" : "f\n");
    }

    private void path(Shape shape) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int type = i.currentSegment(c);
            switch (type) {
                case PathIterator.SEG_MOVETO -> points("m", c[0], c[1]);
                case PathIterator.SEG_LINETO -> points("l", c[0], c[1]);
                // PDF has cubic curves only.
                case PathIterator.SEG_QUADTO ->
                    points(
                            "c",
                            x + 2 * (c[0] - x) / 3,
                            y + 2 * (c[1] - y) / 3,
                            c[2] + 2 * (c[0] - c[2]) / 3,
                            c[3] + 2 * (c[1] - c[3]) / 3,
                            c[2],
                            c[3]);
                case PathIterator.SEG_CUBICTO -> points("c", c);
                default -> content.append("h\n");
            }
            int points = PathData.points(type);
            if (points > 0) {
                x = c[2 * points - 2];
                y = c[2 * points - 1];
            }
        }
    }

    private void points(String operator, double... coordinates) {
        for (double coordinate : coordinates) {
            content.append(number(coordinate)).append(' ');
        }
        content.append(operator).append('\n');
    }

    private static String number(double value) {
        return PathData.number(value, DECIMALS);
    }

    private static byte[] image(Mark.Picture picture) {
        BufferedImage image = picture.image();
        byte[] samples = new byte[3 * image.getWidth() * image.getHeight()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                // A grey image is asked for its numbers: by way of a colour it would go through gamma correction.
                boolean grey = image.getRaster().getNumBands() == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY;
                int rgb = grey ? 0x010101 * image.getRaster().getSample(x, y, 0) : image.getRGB(x, y);
                samples[at++] = (byte) (rgb >> 16);
                samples[at++] = (byte) (rgb >> 8);
                samples[at++] = (byte) rgb;
            }
        }
        return stream(
                "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Interpolate %s "
                        .formatted(image.getWidth(), image.getHeight(), picture.smooth()),
                samples);
    }

    private static byte[] stream(String entries, byte[] data) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("<< " + entries + "/Filter /FlateDecode /Length " + packed.size() + " >>\nstream\n"));
        out.writeBytes(packed.toByteArray());
        out.writeBytes(ascii("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The objects one after the other, and a table of where each begins.
    private byte[] file(double width, double height) {
        var pictures = new StringBuilder();
        for (int i = 0; i < images.size(); i++) {
            pictures.append("/I%d %d 0 R ".formatted(i + 1, FIRST_FREE + i));
        }
        var states = new StringBuilder();
        opacities.forEach((alpha, name) -> {
            String share = PathData.number(alpha / 255.0, 3);
            states.append("%s << /ca %s /CA %s >> ".formatted(name, share, share));
        });
        var objects = new ArrayList<byte[]>();
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(ascii(("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R "
                        + "/Resources << /XObject << %s>> /ExtGState << %s>> >> >>")
                .formatted(number(width), number(height), pictures, states)));
        objects.add(stream("", ascii(content.toString())));
        objects.addAll(images);

        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.4\n"));
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(ascii((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(ascii("\nendobj\n"));
        }
        int start = out.size();
        int count = objects.size() + 1;
        out.writeBytes(ascii("xref\n0 " + count + "\n" + table));
        out.writeBytes(ascii("trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }
}
