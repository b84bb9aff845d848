package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static Shape words(String words, double x, double y) {
        return new TextLayout(words, new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true))
                .getOutline(AffineTransform.getTranslateInstance(x, y));
    }

    @Test
    void aLetterKeepsItsHole() {
        assertEquals(3, Outline.of(words("ooo", 0, 0), 2).size());
    }

    @Test
    void theSameLetterIsTheSameDataWhereverItStands() {
        var here = Outline.of(words("e", 10.3, 20.7), 2).getFirst();
        var there = Outline.of(words("e", 200.6, 5.1), 2).getFirst();
        assertEquals(here.data(), there.data());
        assertEquals(190.3, there.x() - here.x(), 1e-3);
        assertEquals(-15.6, there.y() - here.y(), 1e-3);
    }
}
