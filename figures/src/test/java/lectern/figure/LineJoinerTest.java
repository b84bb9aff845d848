package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineJoinerTest {

    private static final BasicStroke THIN = new BasicStroke(1);

    private static Mark.Line line(Color color, double x1, double y1, double x2, double y2) {
        return new Mark.Line(new Line2D.Double(x1, y1, x2, y2), color, THIN, null);
    }

    private static String data(Mark mark) {
        return PathData.of(assertInstanceOf(Mark.Line.class, mark).shape(), 1);
    }

    @Test
    void segmentsBecomeOnePathThoughMarkersOfTheirColourStandBetween() {
        var marker = new Mark.Fill(new Rectangle(1, 1), Color.BLUE, null);
        var joined = LineJoiner.joined(List.of(
                line(Color.BLUE, 0, 0, 1, 1),
                marker,
                line(Color.BLUE, 1, 1, 2, 3),
                marker,
                line(Color.BLUE, 5, 5, 6, 5)));
        assertEquals(3, joined.size());
        assertEquals("M0 0l1 1 1 2m3 2h1", data(joined.getFirst()));
    }

    @Test
    void whatHasAnotherColourBetweenStaysApart() {
        var joined = LineJoiner.joined(
                List.of(line(Color.BLUE, 0, 0, 1, 1), line(Color.RED, 0, 1, 1, 0), line(Color.BLUE, 1, 1, 2, 2)));
        assertEquals(3, joined.size());
    }

    @Test
    void dotsStayDots() {
        var joined = LineJoiner.joined(List.of(line(Color.BLUE, 1, 1, 1, 1), line(Color.BLUE, 1, 1, 1, 1)));
        assertEquals("M1 1h0m0 0h0", data(joined.getFirst()));
    }
}
