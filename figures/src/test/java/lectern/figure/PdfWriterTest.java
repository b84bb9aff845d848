package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PdfWriterTest {

    /// Byte for byte, so that places in the text are places in the file.
    private static String latin(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static Matcher found(String pattern, String in) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(in);
        assertTrue(matcher.find(), pattern);
        return matcher;
    }

    /// What the stream of an object unpacks to.
    private static byte[] stream(byte[] pdf, int object) {
        Matcher head = found("\n" + object + " 0 obj\n<<[^>]*/Length (\\d+) >>\nstream\n", latin(pdf));
        var inflater = new Inflater();
        inflater.setInput(pdf, head.end(), Integer.parseInt(head.group(1)));
        byte[] out = new byte[1_000_000];
        try {
            int length = inflater.inflate(out);
            assertTrue(inflater.finished());
            assertEquals(
                    "\nendstream",
                    latin(pdf)
                            .substring(head.end() + Integer.parseInt(head.group(1)))
                            .substring(0, 10));
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    @Test
    void theTableSaysWhereEachObjectBegins() {
        for (Map.Entry<String, Exhibit<?>> figure : Gallery.figures().entrySet()) {
            String pdf = latin(figure.getValue().pdf());
            assertTrue(pdf.startsWith("%PDF-1.4\n") && pdf.endsWith("%%EOF\n"), figure.getKey());
            int table = Integer.parseInt(found("startxref\n(\\d+)\n", pdf).group(1));
            Matcher head = found("^xref\n0 (\\d+)\n", pdf.substring(table));
            int count = Integer.parseInt(head.group(1));
            for (int i = 1; i < count; i++) {
                int entry = table + head.end() + 20 * i;
                int start = Integer.parseInt(pdf.substring(entry, entry + 10));
                assertTrue(pdf.startsWith(i + " 0 obj\n", start), figure.getKey() + " " + i);
            }
            assertEquals("" + count, found("/Size (\\d+) ", pdf).group(1));
        }
    }

    @Test
    void thePageIsAsLargeAsTheFigure() {
        var drawing = new Drawing(640, 400, Color.WHITE, List.of());
        assertTrue(latin(PdfWriter.write(drawing)).contains("/MediaBox [0 0 480 300]"));
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertArrayEquals(Gallery.lines().pdf(), Gallery.lines().pdf());
    }

    @Test
    void marksBecomeOperators() {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 0, 0x102030);
        var drawing = new Drawing(
                100,
                100,
                Color.WHITE,
                List.of(
                        new Mark.Fill(
                                new Rectangle2D.Double(1, 2, 3, 4),
                                new Color(255, 0, 0, 51),
                                new Rectangle2D.Double(0, 0, 9, 9)),
                        new Mark.Line(
                                new Line2D.Double(5, 6, 7, 8),
                                Color.BLUE,
                                new BasicStroke(
                                        2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {3, 1}, 0),
                                null),
                        new Mark.Picture(image, new Rectangle2D.Double(10, 20, 30, 40), false),
                        new Mark.Words("Ω", 50, 50, 12, false, Color.BLACK, Mark.Anchor.START, 0),
                        new Mark.Hint(new Rectangle2D.Double(0, 0, 1, 1), "unseen")));
        byte[] pdf = PdfWriter.write(drawing);
        String content = latin(stream(pdf, 4));
        assertTrue(content.startsWith(".75 0 0 -.75 0 75 cm\n"), content);
        assertTrue(content.contains("0 0 m\n9 0 l\n9 9 l\n0 9 l\n0 0 l\nh\nW n\n/A51 gs\n1 0 0 rg\n1 2 m\n"), content);
        assertTrue(content.contains("0 0 1 RG\n2 w 1 J 1 j\n[3 1 ] 0 d\n5 6 m\n7 8 l\nS\nQ\n"), content);
        assertTrue(content.contains("30 0 0 -40 10 60 cm /I1 Do\nQ\n"), content);
        assertTrue(content.endsWith("f\nQ\n"), content);
        assertTrue(latin(pdf).contains("/ExtGState << /A51 << /ca .2 /CA .2 >> >>"));
        assertArrayEquals(new byte[] {0, 0, 0, 0x10, 0x20, 0x30}, stream(pdf, 5));
        assertTrue(!latin(pdf).contains("unseen"));
    }

    @Test
    void aSquareDotIsFilledAsALineWithoutLengthWouldBeLeftOut() {
        var dot = new Mark.Line(
                new Line2D.Double(5, 5, 5, 5),
                Color.RED,
                new BasicStroke(4, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND),
                null);
        String content = latin(stream(PdfWriter.write(new Drawing(10, 10, Color.WHITE, List.of(dot))), 4));
        assertTrue(content.contains("1 0 0 rg\n"), content);
        assertTrue(content.contains("3 3 ") && content.contains("7 7 "), content);
    }
}
