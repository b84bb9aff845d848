package lectern.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyStyleFillsTheBoxInHeightAndStaysInIt(int digit) {
        assertTrue(Glyphs.of(digit).size() >= 3, "people differ");
        for (Glyphs.Glyph glyph : Glyphs.of(digit)) {
            double top = 1;
            double bottom = 0;
            for (Stroke stroke : glyph.strokes()) {
                assertTrue(stroke.count() >= 2, "a stroke goes from somewhere to somewhere");
                for (int i = 0; i < stroke.count(); i++) {
                    assertTrue(stroke.x(i) >= 0 && stroke.x(i) <= 1, "x " + stroke.x(i));
                    assertTrue(stroke.y(i) >= 0 && stroke.y(i) <= 1, "y " + stroke.y(i));
                    top = Math.min(top, stroke.y(i));
                    bottom = Math.max(bottom, stroke.y(i));
                }
            }
            assertTrue(top <= 0.1 && bottom >= 0.9, "from " + top + " to " + bottom);
        }
    }
}
