package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.tensor.SeededRandom;
import org.junit.jupiter.api.Test;

class HandwritingTest {

    private static final Glyphs.Glyph FIVE = Glyphs.of(5).getFirst();

    @Test
    void theSeedDecidesTheHand() {
        Stroke once = write(3).getFirst();
        Stroke again = write(3).getFirst();
        Stroke other = write(4).getFirst();
        assertEquals(once.x(1), again.x(1));
        assertEquals(once.y(1), again.y(1));
        assertNotEquals(once.x(1), other.x(1));
    }

    @Test
    void strokesStayStrokesAndBecomeCurves() {
        List<Stroke> written = write(3);
        assertEquals(FIVE.strokes().size(), written.size());
        for (int i = 0; i < written.size(); i++) {
            assertTrue(written.get(i).count() > FIVE.strokes().get(i).count());
        }
    }

    @Test
    void onAverageADigitIsWrittenAsItsModel() {
        int hands = 4000;
        double y = 0;
        for (int seed = 0; seed < hands; seed++) {
            y += write(seed).getFirst().y(0);
        }
        // The box of the model has its middle at 0, so that what is at 0.04 below its upper edge is at -0.46.
        assertEquals(-0.46, y / hands, 0.02);
    }

    private static List<Stroke> write(long seed) {
        return new Handwriting(SeededRandom.of(seed)).write(FIVE);
    }
}
