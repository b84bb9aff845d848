package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void wordsAreCutToTheRoomThereIs() {
        Font font = Letters.font(Font.PLAIN, 12);
        assertEquals("loss", Letters.fitting("loss", font, 100));
        String cut = Letters.fitting("a title that is too long by far", font, 100);
        assertTrue(cut.startsWith("a title") && cut.endsWith("…"), cut);
        assertTrue(Letters.width(cut, font) <= 100);
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
}
