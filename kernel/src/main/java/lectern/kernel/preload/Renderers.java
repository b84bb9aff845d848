package lectern.kernel.preload;

import java.awt.image.BufferedImage;
import java.util.Base64;
import lectern.figure.Figure;
import lectern.kernel.display.Bundles;
import lectern.kernel.widget.Frames;
import lectern.kernel.widget.Widget;
import lectern.kernel.widget.WidgetHost;
import lectern.nn.tensor.Tensor;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/// How figures, tensors, tables and charts are shown.
public final class Renderers {

    private static final MIMEType VIEW = new MIMEType("application", "vnd", "jupyter.widget-view", "json");

    private Renderers() {}

    /// Adds them to those that are there.
    public static void register(Renderer renderer) {
        renderer.createRegistration(Figure.class)
                .preferring(MIMEType.IMAGE_SVG)
                .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
                .register((figure, context) -> {
                    context.renderIfRequested(MIMEType.IMAGE_SVG, figure::svg);
                    context.renderIfRequested(
                            MIMEType.IMAGE_PNG, () -> Base64.getEncoder().encodeToString(figure.png()));
                    context.getOutputContainer().putText(figure.text());
                });
        renderer.createRegistration(Tensor.class)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((tensor, context) -> context.getOutputContainer().putText(tensor.toString()));
        renderer.createRegistration(Table.class)
                .preferring(MIMEType.TEXT_HTML, MIMEType.TEXT_MARKDOWN)
                .register((table, context) -> table(TableText.of(table), context.getOutputContainer()));
        // SVG of XChart needs a library that is not here.
        renderer.createRegistration(Chart.class)
                .preferring(MIMEType.IMAGE_PNG)
                .register((chart, context) -> context.renderIfRequested(MIMEType.IMAGE_PNG, () -> png(chart)));
    }

    /// Adds how widgets are shown.
    ///
    /// @param host what tells pages of them
    public static void register(Renderer renderer, WidgetHost host) {
        renderer.createRegistration(Widget.class).preferring(VIEW).register((widget, context) -> {
            if (context.wantsDataRenderedAs(VIEW)) {
                host.view(widget).ifPresent(view -> context.getOutputContainer().putData(WidgetHost.VIEW, view));
            }
            context.getOutputContainer().putText(widget.text());
        });
        renderer.createRegistration(Frames.class)
                .preferring(MIMEType.TEXT_HTML)
                .register((frames, context) -> context.getOutputContainer().assign(frames.bundle()));
    }

    private static void table(TableText text, DisplayData data) {
        data.putHTML(text.html());
        data.putMarkdown(text.markdown());
        data.putText(text.plain());
    }

    private static String png(Chart<?, ?> chart) {
        var image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        chart.paint(graphics, image.getWidth(), image.getHeight());
        graphics.dispose();
        return Bundles.png(image);
    }
}
