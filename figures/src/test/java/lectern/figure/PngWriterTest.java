package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {

    private static BufferedImage read(Drawing drawing) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PngWriter.write(drawing)));
    }

    @Test
    void paintsShapesLinesAndClipsAtTwiceTheSize() throws IOException {
        var image = read(Drawing.of(40, 20, Color.WHITE, g -> {
            g.setColor(Color.RED);
            g.fillRect(10, 10, 5, 5);
            g.setClip(new Rectangle(20, 0, 5, 20));
            g.setColor(Color.BLUE);
            g.setStroke(new BasicStroke(4));
            g.draw(new Line2D.Double(15, 10, 40, 10));
        }));
        assertEquals(80, image.getWidth());
        assertEquals(40, image.getHeight());
        assertEquals(0xffff0000, image.getRGB(24, 24));
        assertEquals(0xff0000ff, image.getRGB(44, 20));
        assertEquals(0xffffffff, image.getRGB(36, 20));
        assertEquals(0xffffffff, image.getRGB(60, 20));
    }

    @Test
    void cornersAreRoundAndClear() throws IOException {
        assertEquals(0, read(Drawing.of(20, 20, Color.WHITE, _ -> {})).getRGB(0, 0));
    }

    @Test
    void theSameDrawingGivesTheSameBytes() {
        var chart = Figures.chart("a").add(1, 1).add(2, 3);
        assertArrayEquals(chart.png(), chart.png());
    }
}
