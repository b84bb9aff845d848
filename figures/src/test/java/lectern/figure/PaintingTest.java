package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PaintingTest {

    @Test
    void whatIsPaintedIsDrawnInEachForm() {
        var painting = Figures.painting(40, 30, g -> {
            g.setColor(Color.RED);
            g.fillOval(0, 0, 10, 10);
        });
        assertTrue(painting.svg().contains("#ff0000") || painting.svg().contains("#f00"), painting.svg());
        assertTrue(painting.pdf().length > 100 && painting.png().length > 50);
        assertEquals("red\n(painting of 40 by 30 pixels)", painting.title("red").text());
    }

    @Test
    void anImageIsRefused() {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        var painting = Figures.painting(40, 30, g -> g.drawImage(image, 0, 0, null));
        assertThrows(UnsupportedOperationException.class, painting::svg);
        assertEquals(
                "painting: expected a width and a height of at least 1, found 0 and 3",
                assertThrows(IllegalArgumentException.class, () -> Figures.painting(0, 3, g -> {}))
                        .getMessage());
    }
}
