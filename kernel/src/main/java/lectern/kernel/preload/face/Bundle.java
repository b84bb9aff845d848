package lectern.kernel.preload.face;

import java.util.Base64;
import java.util.function.Supplier;
import lectern.figure.Figure;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// Where a face puts the forms of a value; each is made only if it is asked for.
final class Bundle {

    private final RenderContext context;

    Bundle(RenderContext context) {
        this.context = context;
    }

    void text(Supplier<String> text) {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, text::get);
    }

    /// A picture, with its own text.
    void figure(Figure figure) {
        picture(figure);
        text(figure::text);
    }

    /// A picture without a text. The PDF beside the SVG saves whoever prints the notebook a converter.
    void picture(Figure figure) {
        context.renderIfRequested(MIMEType.IMAGE_SVG, figure::svg);
        context.renderIfRequested(MIMEType.APPLICATION_PDF, () -> base64(figure.pdf()));
        context.renderIfRequested(MIMEType.IMAGE_PNG, () -> base64(figure.png()));
    }

    void png(Supplier<String> base64) {
        context.getOutputContainer().putData(MIMEType.IMAGE_PNG, base64.get());
    }

    /// A table with its own text.
    void table(TableText table) {
        table(table, table::plain);
    }

    /// A table, and a text that says it better.
    void table(TableText table, Supplier<String> text) {
        context.renderIfRequested(MIMEType.TEXT_HTML, table::html);
        context.renderIfRequested(MIMEType.TEXT_MARKDOWN, table::markdown);
        text(text);
    }

    void latex(Supplier<String> latex) {
        context.renderIfRequested(MIMEType.TEXT_LATEX, latex::get);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
