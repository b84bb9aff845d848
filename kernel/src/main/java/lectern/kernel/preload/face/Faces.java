package lectern.kernel.preload.face;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lectern.nn.train.History;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// How values are shown: the first face of the list that knows a value shows it.
///
/// A renderer that a notebook registers for a class of its own comes before all of them.
public final class Faces {

    /// The faces, those of more special kinds first.
    private static final List<Face> ALL = List.of(
            new FigureFace(),
            new ChartFace(),
            new FormulaFace(),
            new TensorFace(),
            new MatrixFace(),
            new ModelFace(),
            new MetricFace(),
            new WordsFace(),
            new ExamplesFace(),
            new TableFace(),
            new RowsFace(),
            new MapFace(),
            new RecordFace());

    private Faces() {}

    /// Adds them to the renderers that are there.
    ///
    /// @param isDrawn whether the curves of a training can be seen in the cell already
    public static void register(Renderer renderer, Predicate<History> isDrawn) {
        var faces = new ArrayList<Face>(List.of(new HistoryFace(isDrawn)));
        faces.addAll(ALL);
        // An object is every value, and the class that the renderer asks last.
        renderer.createRegistration(Object.class)
                .preferring(
                        MIMEType.TEXT_PLAIN,
                        MIMEType.TEXT_HTML,
                        MIMEType.TEXT_MARKDOWN,
                        MIMEType.TEXT_LATEX,
                        MIMEType.IMAGE_SVG,
                        MIMEType.APPLICATION_PDF)
                .supporting(MIMEType.IMAGE_PNG)
                .register((value, context) -> show(faces, value, context));
    }

    private static void show(List<Face> faces, Object value, RenderContext context) {
        var bundle = new Bundle(context);
        try {
            for (var face : faces) {
                if (face.show(value, bundle)) {
                    return;
                }
            }
        } catch (Exception | StackOverflowError | LinkageError e) {
            // Showing runs the reader's own code, such as the accessors of a record.
            bundle.text(() -> value.getClass().getSimpleName() + " (not shown: "
                    + e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")");
        }
    }
}
