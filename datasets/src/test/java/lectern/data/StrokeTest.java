package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StrokeTest {

    @Test
    void theCurvePassesThroughItsPoints() {
        var stroke = stroke(0, 0, 1, 2, 3, 1, 2, -1);
        Stroke curve = stroke.smooth(4);
        assertEquals(13, curve.count());
        for (int i = 0; i < stroke.count(); i++) {
            assertEquals(stroke.x(i), curve.x(4 * i));
            assertEquals(stroke.y(i), curve.y(4 * i));
        }
    }

    @Test
    void halfWayItIsTheCatmullRomSpline() {
        // At t = 1/2 the spline is (-a + 9 b + 9 c - d) / 16.
        Stroke curve = stroke(0, 0, 1, 2, 3, 1, 2, -1).smooth(2);
        assertEquals((-0 + 9 * 1 + 9 * 3 - 2) / 16.0, curve.x(3));
        assertEquals((-0 + 9 * 2 + 9 * 1 + 1) / 16.0, curve.y(3));
    }

    private static Stroke stroke(double... coordinates) {
        var stroke = new Stroke(coordinates.length / 2);
        for (int i = 0; i < stroke.count(); i++) {
            stroke.put(i, coordinates[2 * i], coordinates[2 * i + 1]);
        }
        return stroke;
    }
}
