package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorMapTest {

    @Test
    void theSequentialOneGetsLighterAllTheWay() {
        for (int i = 1; i <= 64; i++) {
            double before = Luminance.of(ColorMap.SEQUENTIAL.at((i - 1) / 64.0));
            double after = Luminance.of(ColorMap.SEQUENTIAL.at(i / 64.0));
            assertTrue(after > before, i + ": " + before + " " + after);
        }
    }

    @Test
    void theDivergingOneIsLightestInTheMiddle() {
        for (int i = 1; i <= 32; i++) {
            for (int side : new int[] {-1, 1}) {
                double inner = Luminance.of(ColorMap.DIVERGING.at(0.5 + side * (i - 1) / 64.0));
                double outer = Luminance.of(ColorMap.DIVERGING.at(0.5 + side * i / 64.0));
                assertTrue(outer < inner, side * i + ": " + inner + " " + outer);
            }
        }
    }

    @Test
    void numbersApartAreColoursApartForThoseWhoSeeNoGreen() {
        for (ColorMap map : ColorMap.values()) {
            for (int i = 0; i <= 8; i++) {
                for (int k = 0; k < i; k++) {
                    double distance = Deuteranopia.distance(map.at(i / 8.0), map.at(k / 8.0));
                    assertTrue(distance > 0.04, map + " " + i + " " + k + ": " + distance);
                }
            }
        }
    }

    @Test
    void numbersBeyondTheRangeHaveTheColoursOfItsEnds() {
        var range = new Range(-1, 1);
        assertEquals(ColorMap.DIVERGING.at(1), ColorMap.DIVERGING.of(7, range));
        assertEquals(ColorMap.DIVERGING.at(0), ColorMap.DIVERGING.of(Double.NEGATIVE_INFINITY, range));
        Color middle = ColorMap.DIVERGING.of(0, range);
        assertEquals(middle.getRed(), middle.getBlue(), 3);
    }

    @Test
    void zeroIsInTheMiddleOfTwoSides() {
        assertEquals(new Range(-3, 3), ColorMap.DIVERGING.range(new Range(-1, 3)));
        assertEquals(new Range(-1, 3), ColorMap.SEQUENTIAL.range(new Range(-1, 3)));
        assertTrue(ColorMap.DIVERGING.range(new Range(0, 0)).length() > 0);
    }
}
