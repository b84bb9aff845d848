package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PathDataTest {

    @Test
    void numbersAreAsShortAsCanBe() {
        assertEquals("0", PathData.number(0, 1));
        assertEquals("0", PathData.number(-0.04, 1));
        assertEquals("12", PathData.number(12.04, 1));
        assertEquals(".5", PathData.number(0.5, 1));
        assertEquals("-.5", PathData.number(-0.5, 1));
        assertEquals("-120.3", PathData.number(-120.34, 1));
        assertEquals(".05", PathData.number(0.05, 2));
        assertEquals("1.05", PathData.number(1.049, 2));
        assertEquals("100", PathData.number(100, 2));
    }

    @Test
    void aRectangleGoesAroundInStraightSteps() {
        assertEquals("M1 2h3v4h-3v-4z", PathData.of(new Rectangle2D.Double(1, 2, 3, 4), 1));
    }

    @Test
    void aSignOrALetterSeparatesAsWellAsABlank() {
        assertEquals("M1 2l3-4.5", PathData.of(new Line2D.Double(1, 2, 4, -2.5), 1));
        assertEquals("M0 0q1 1 2 0", PathData.of(new QuadCurve2D.Double(0, 0, 1, 1, 2, 0), 1));
        assertEquals("M0 0c1 1 2 1 3 0", PathData.of(new CubicCurve2D.Double(0, 0, 1, 1, 2, 1, 3, 0), 1));
    }

    @Test
    void theLetterOfACommandIsNotRepeated() {
        var path = new Path2D.Double();
        path.moveTo(0, 0);
        path.lineTo(1, 1);
        path.lineTo(2, 3);
        path.moveTo(5, 5);
        path.lineTo(7, 6);
        assertEquals("M0 0l1 1 1 2m3 2l2 1", PathData.of(path, 1));
    }

    @Test
    void roundingErrorsDoNotAddUp() {
        var path = new Path2D.Double();
        path.moveTo(0, 0);
        for (int i = 1; i <= 30; i++) {
            path.lineTo(0.04 * i, 0);
        }
        String steps = PathData.of(path, 1).substring("M0 0h".length());
        double end = Pattern.compile(" ")
                .splitAsStream(steps)
                .mapToDouble(Double::parseDouble)
                .sum();
        assertEquals(1.2, end, 1e-9);
    }
}
