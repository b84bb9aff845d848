package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private final Recorder recorder = new Recorder();

    private Rectangle2D box() {
        return assertInstanceOf(Mark.Fill.class, recorder.marks().getLast())
                .shape()
                .getBounds2D();
    }

    @Test
    void shapesAreKeptInTheCoordinatesOfTheDrawing() {
        recorder.translate(10, 20);
        recorder.scale(2, 2);
        recorder.fillRect(1, 1, 3, 4);
        assertEquals(new Rectangle2D.Double(12, 22, 6, 8), box());
    }

    @Test
    void aCopyGoesItsOwnWayAndPaintsOnTheSameDrawing() {
        var copy = recorder.create(5, 5, 10, 10);
        copy.fillRect(0, 0, 1, 1);
        assertEquals(new Rectangle2D.Double(5, 5, 1, 1), box());
        recorder.fillRect(0, 0, 1, 1);
        assertEquals(new Rectangle2D.Double(0, 0, 1, 1), box());
    }

    @Test
    void wordsBecomeOutlines() {
        recorder.drawString("loss", 10, 20);
        assertTrue(new Rectangle2D.Double(9, 5, 40, 20).contains(box()));
    }

    @Test
    void whatCannotBeSeenIsNotKept() {
        recorder.setColor(new Color(0, 0, 0, 0));
        recorder.fillRect(0, 0, 10, 10);
        assertTrue(recorder.marks().isEmpty());
    }

    @Test
    void clipsAreCutWithOneAnother() {
        recorder.setClip(new Rectangle(0, 0, 10, 10));
        recorder.clip(new Rectangle(5, 5, 10, 10));
        assertEquals(new Rectangle2D.Double(5, 5, 5, 5), recorder.getClip());
    }

    @Test
    void refusesWhatItCannotKeep() {
        assertRefused("image", () -> recorder.drawRenderedImage(new BufferedImage(1, 1, 1), recorder.getTransform()));
        assertRefused("XOR mode", () -> recorder.setXORMode(Color.RED));
        var gradient = new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE);
        assertRefused("paint " + gradient, () -> recorder.setPaint(gradient));
        var circle = new Ellipse2D.Double(0, 0, 1, 1);
        assertRefused("clip " + circle, () -> recorder.setClip(circle));
    }

    private static void assertRefused(String what, Runnable call) {
        var refused = assertThrows(UnsupportedOperationException.class, call::run);
        assertEquals(
                "recorder: expected plain colours, basic strokes and upright clips, found " + what,
                refused.getMessage());
    }
}
