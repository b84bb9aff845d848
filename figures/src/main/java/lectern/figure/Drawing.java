package lectern.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;

/// What is to be seen, before it is known whether as SVG or as pixels, so that both show the same.
record Drawing(int width, int height, List<Mark> marks) {

    Drawing {
        marks = List.copyOf(marks);
    }

    /// What the painter paints, with the lines joined that it paints in pieces.
    static Drawing of(int width, int height, Consumer<Graphics2D> painter) {
        var recorder = new Recorder();
        painter.accept(recorder);
        return new Drawing(width, height, LineJoiner.joined(recorder.marks()));
    }
}
