package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void aStraightLineFillsTheBoxInHeight() {
        float[] image = paint(new Ink(1.25, 1), 0, 0, 0, 5);
        assertEquals(1, image[28 * 14 + 13]);
        assertEquals(1, image[28 * 14 + 14]);
        // Columns 12 and 15 are 1.5 pixels away: a third of the soft edge from 0.5 to 2 pixels.
        assertEquals(85 / 255f, image[28 * 14 + 12]);
        assertEquals(85 / 255f, image[28 * 14 + 15]);
        assertEquals(0, image[28 * 14 + 11]);
        assertEquals(0, image[28 * 14 + 16]);
        // The line and its round ends are 20 pixels long, rows 4 to 23, and soft there too.
        assertTrue(image[28 * 4 + 14] > 0.5);
        assertTrue(image[28 * 23 + 14] > 0.5);
        assertEquals(0, image[28 * 2 + 14]);
        assertEquals(0, image[28 * 25 + 14]);
    }

    @Test
    void darknessScalesTheInk() {
        assertEquals(204 / 255f, paint(new Ink(1.25, 0.8), 0, 0, 0, 5)[28 * 14 + 14]);
    }

    @Test
    void theCentreOfMassIsTheCentre() {
        // An L: two thirds of the ink upright, one third flat, so that the middle of the box is not the centre of mass.
        float[] image = paint(new Ink(1, 1), 0, 0, 0, 2, 1, 2);
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                mass += image[28 * row + column];
                x += image[28 * row + column] * (column + 0.5);
                y += image[28 * row + column] * (row + 0.5);
            }
        }
        assertEquals(14, x / mass, 0.5);
        assertEquals(14, y / mass, 0.5);
    }

    private static float[] paint(Ink ink, double... coordinates) {
        var stroke = new Stroke(coordinates.length / 2);
        for (int i = 0; i < stroke.count(); i++) {
            stroke.put(i, coordinates[2 * i], coordinates[2 * i + 1]);
        }
        float[] image = new float[784];
        ink.paint(List.of(stroke), image, 0);
        return image;
    }
}
