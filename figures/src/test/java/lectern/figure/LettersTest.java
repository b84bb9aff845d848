package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void wordsAreCutToTheRoomThereIs() {
        assertEquals("loss", Letters.fitting("loss", false, 12, 100));
        String cut = Letters.fitting("a title that is too long by far", false, 12, 100);
        assertTrue(cut.startsWith("a title") && cut.endsWith("…"), cut);
        assertTrue(Letters.width(cut, 12) <= 100);
    }

    @Test
    void outlinesStandWhereTheWordsDo() {
        var end = new Mark.Words("loss", 100, 50, 12, false, Theme.LIGHT.ink(), Mark.Anchor.END, 0);
        var box = Letters.outline(end).getBounds2D();
        assertEquals(100, box.getMaxX(), 2);
        assertEquals(50, box.getMaxY(), 1);
        var up = new Mark.Words("loss", 100, 50, 12, false, Theme.LIGHT.ink(), Mark.Anchor.MIDDLE, -90);
        var turned = Letters.outline(up).getBounds2D();
        assertEquals(50, turned.getCenterY(), 2);
        assertTrue(turned.getHeight() > turned.getWidth());
    }

    @Test
    void wordsTakeTheSameRoomOnAnyMachine() {
        // Units of the font's own design, of which there are 2048 to the height of a line: exact.
        assertEquals(12 * 9240 / 2048.0, Letters.width("accuracy", 12));
        assertEquals(12 * 10209 / 2048.0, Letters.width("accuracy", true, 12));
        var word = new Mark.Words("loss", 0, 0, 2048, false, Theme.LIGHT.ink(), Mark.Anchor.START, 0);
        assertEquals(
                new Rectangle2D.Double(193, -1556, 3663, 1585),
                Letters.outline(word).getBounds2D());
    }

    @Test
    void lettersThatTheFontLacksAreThoseOfJava() {
        var java = new Font(Font.SANS_SERIF, Font.PLAIN, 2048).getStringBounds("学習", Letters.FONTS);
        assertEquals(12 * java.getWidth() / 2048, Letters.width("学習", 12));
    }
}
