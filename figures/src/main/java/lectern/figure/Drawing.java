package lectern.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;

/// What is to be seen, before it is known in which format, so that all of them show the same.
///
/// @param paper what everything stands on
record Drawing(int width, int height, Color paper, List<Mark> marks) {

    /// The radius of the corners of the paper.
    static final int CORNER = 6;

    Drawing {
        marks = List.copyOf(marks);
    }

    /// What the painter paints, with the lines joined that it paints in pieces.
    static Drawing of(int width, int height, Color paper, Consumer<Graphics2D> painter) {
        var recorder = new Recorder();
        painter.accept(recorder);
        return new Drawing(width, height, paper, LineJoiner.joined(recorder.marks()));
    }
}
