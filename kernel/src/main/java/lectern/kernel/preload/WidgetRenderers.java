package lectern.kernel.preload;

import lectern.kernel.widget.Frames;
import lectern.kernel.widget.Widget;
import lectern.kernel.widget.WidgetHost;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// How widgets and frames are shown.
public final class WidgetRenderers {

    private static final MIMEType VIEW = new MIMEType("application", "vnd", "jupyter.widget-view", "json");

    private WidgetRenderers() {}

    /// Adds them to the renderers that are there.
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
}
