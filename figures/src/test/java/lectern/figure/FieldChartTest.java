package lectern.figure;

import static lectern.figure.Figures.contour;
import static lectern.figure.Figures.quiver;
import static lectern.figure.Figures.regions;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FieldChartTest {

    private static final Plane SQUARE = new Plane(
            Theme.LIGHT,
            new Rectangle2D.Double(0, 0, 200, 200),
            Axis.LINEAR,
            Axis.LINEAR,
            new Range(-1, 1),
            new Range(-1, 1),
            false,
            Taken.NOTHING);

    private static Path2D line(Samples samples, double level) {
        var path = new Path2D.Double();
        MarchingSquares.add(path, samples, level, SQUARE);
        return path;
    }

    private static int pieces(Path2D path) {
        int moves = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            moves += i.currentSegment(new double[6]) == PathIterator.SEG_MOVETO ? 1 : 0;
        }
        return moves;
    }

    @Test
    void theLineOfEqualDistanceIsOneCircle() {
        var path = line(Samples.of((x, y) -> x * x + y * y, -1, 1, -1, 1), 0.25);
        assertEquals(1, pieces(path));
        double[] c = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(c) != PathIterator.SEG_CLOSE) {
                assertEquals(50, Math.hypot(c[0] - 100, c[1] - 100), 0.1);
            }
        }
    }

    @Test
    void linesEndAtTheEdgeAndBesideWhatIsNoNumber() {
        Samples slope = Samples.of((x, _) -> x, -1, 1, -1, 1);
        Rectangle2D upright = line(slope, 0.2).getBounds2D();
        assertEquals(120, upright.getCenterX(), 1e-9);
        assertEquals(200, upright.getHeight(), 1e-9);
        Samples hole = Samples.of((x, y) -> Math.abs(y) < 0.3 ? Double.NaN : x, -1, 1, -1, 1);
        assertEquals(2, pieces(line(hole, 0.2)));
        assertEquals(0, pieces(line(slope, 7)));
    }

    @Test
    void aSaddleIsCrossedByTwoLines() {
        var square = new Samples(2, 2, -1, 1, -1, 1, new double[] {1, 0, 0, 1});
        assertEquals(2, pieces(line(square, 0.4)));
        assertEquals(2, pieces(line(square, 0.6)));
        assertNotEquals(PathData.of(line(square, 0.4), 1), PathData.of(line(square, 0.6), 1));
    }

    @Test
    void samplesAreInterpolatedBetween() {
        Samples samples = Samples.of((x, y) -> 2 * x - y, -1, 1, 0, 3);
        assertEquals(2 * 0.123 - 1.7, samples.at(0.123, 1.7), 1e-9);
        assertTrue(Double.isNaN(samples.at(1.1, 1)));
    }

    @Test
    void eachRegionHasTheColourOfItsClass() throws IOException {
        var chart = regions((x, _) -> x > 0 ? 1 : 0, -1, 1, -1, 1);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.png()));
        int left = image.getRGB(400, 400);
        int right = image.getRGB(1000, 400);
        assertTrue((left & 0xff) > (left >> 16 & 0xff), "blue: " + Integer.toHexString(left));
        assertTrue((right & 0xff) < (right >> 16 & 0xff), "orange: " + Integer.toHexString(right));
        assertEquals(1, new Svg(chart.svg()).all("image").size());
        assertTrue(new Svg(chart.svg()).text("desc").contains("class 0 50 %, class 1 50 %"));
        assertEquals(
                "0".repeat(30) + "1".repeat(30),
                chart.text().lines().findFirst().orElseThrow().substring(5));
    }

    @Test
    void aModelIsAskedForItsLargestScore() {
        Layer model = points -> points.matmul(Var.of(Tensor.of(new float[][] {{1, -1}, {0, 0}})));
        assertEquals(
                regions((x, _) -> x > 0 ? 0 : 1, -1, 1, -1, 1).text(),
                regions(model, -1, 1, -1, 1).text());
        Layer single = points -> points.matmul(Var.of(Tensor.of(new float[][] {{1}, {0}})));
        var refused = assertThrows(ShapeException.class, () -> regions(single, -1, 1, -1, 1));
        assertEquals(
                "regions: expected scores (count, classes) of 2 or more classes, found (14065, 1); draw one score with"
                        + " contour",
                refused.getMessage());
    }

    @Test
    void refusesWhatIsNoClassAndNoRectangle() {
        var half = assertThrows(IllegalArgumentException.class, () -> regions((_, _) -> 0.5, -1, 1, -1, 1));
        assertEquals("regions: expected classes 0, 1, 2, … up to 99, found 0.5", half.getMessage());
        var order = assertThrows(IllegalArgumentException.class, () -> contour((x, _) -> x, 1, -1, 0, 1));
        assertEquals("contour: expected x0 < x1 and y0 < y1, found 1.0, -1.0, 0.0, 1.0", order.getMessage());
        var levels = assertThrows(
                IllegalArgumentException.class,
                () -> contour((x, _) -> x, 0, 1, 0, 1).levels(0));
        assertEquals("levels: expected 1 to 60, found 0", levels.getMessage());
    }

    @Test
    void aFunctionWithoutValuesAndAConstantAreDrawn() {
        assertTrue(contour((_, _) -> Double.NaN, 0, 1, 0, 1).png().length > 0);
        assertTrue(contour((_, _) -> 3, 0, 1, 0, 1).svg().length() > 0);
        assertTrue(quiver((_, _) -> 0, (_, _) -> 0, 0, 1, 0, 1).svg().length() > 0);
    }

    @Test
    void arrowsOfTextPointWhereTheFieldGoes() {
        var chart = new FieldChart("quiver", -1, 1, -1, 1)
                .arrows("", new double[] {-1, 0, 1}, new double[] {-1, 0, 1}, new double[] {1, -1, 0}, new double[] {
                    0, 0, 2
                });
        List<String> lines = chart.text().lines().toList();
        assertTrue(lines.getFirst().endsWith("^"));
        assertTrue(lines.get(7).endsWith("<"));
        assertEquals(">", lines.get(14).substring(5));
    }
}
