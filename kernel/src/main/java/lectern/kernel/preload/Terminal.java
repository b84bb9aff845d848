package lectern.kernel.preload;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lectern.figure.Figure;
import lectern.figure.Screen;
import lectern.figure.TrainingCurves;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Notebook;
import lectern.kernel.display.Output;
import lectern.kernel.preload.face.Faces;
import lectern.kernel.widget.Controls;
import lectern.kernel.widget.WidgetHost;
import org.jspecify.annotations.Nullable;

/// A notebook's output where there is no notebook: what is shown comes as text.
///
/// A figure is written when it is shown, and once more at the end if it has changed. How far something is stands in a
/// line that is written again, where that can be done.
public final class Terminal implements Screen {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(250);

    private final PrintStream out;
    private final TerminalKind kind;
    private final OwnLine line;
    private final Output output;
    private final Comms comms = new Comms((_, _, _, _) -> {});
    private final Set<Figure> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> updates = new LinkedHashMap<>();
    private long drawn;

    /// Whether the line is that of a training, and not a bar.
    private boolean isPace;

    private Terminal(PrintStream out, TerminalKind kind) {
        this.out = out;
        this.kind = kind;
        line = new OwnLine(out);
        var bundles = new Bundles();
        Faces.register(bundles.renderer(), _ -> true);
        output = new Output(bundles, this::publish);
    }

    /// Puts it into use for this process.
    public static Terminal use(PrintStream out, TerminalKind kind) {
        var terminal = new Terminal(out, kind);
        Notebook.use(terminal.output, terminal.comms);
        var host = new WidgetHost(terminal.comms, _ -> () -> {});
        host.attended(false);
        WidgetRenderers.register(terminal.output.bundles().renderer(), host);
        Controls.use(host);
        Screen.use(terminal);
        return terminal;
    }

    /// Where libraries show what they have.
    public Output output() {
        return output;
    }

    /// Comms that no front end hears.
    public Comms comms() {
        return comms;
    }

    /// The text of a value.
    public String text(@Nullable Object value) {
        return value instanceof Figure figure
                ? figure.text(kind.style())
                : output.bundles().text(value);
    }

    private synchronized void publish(String type, JsonObject content) {
        if (content.get("data") instanceof JsonObject data && data.has("text/plain")) {
            var text = data.get("text/plain").getAsString();
            if (!type.equals("update_display_data")) {
                settle();
                out.println(text);
            } else if (kind.rewrites() && !text.contains("\n")) {
                line.write(text);
                isPace = false;
            } else {
                var id = content.getAsJsonObject("transient").get("display_id");
                updates.put(id.getAsString(), text);
            }
        }
    }

    @Override
    public synchronized void show(Figure figure) {
        changed.remove(figure);
        line.clear();
        out.println(text(figure));
    }

    @Override
    public synchronized void showSoon(Figure figure) {
        changed.add(figure);
    }

    @Override
    public synchronized void changed(Figure figure) {
        changed.add(figure);
        long now = System.nanoTime();
        if (kind.rewrites() && figure instanceof TrainingCurves curves && now - drawn >= PERIOD) {
            drawn = now;
            line.write(curves.pace());
            isPace = true;
        }
    }

    /// Makes room for what follows. A bar stays as it is; of the pace of a training the figure says all in the end.
    private void settle() {
        if (isPace) {
            line.clear();
        } else {
            line.end();
        }
    }

    /// Writes the last state of what has changed.
    public synchronized void finish() {
        settle();
        updates.values().forEach(out::println);
        updates.clear();
        changed.forEach(figure -> out.println(text(figure)));
        changed.clear();
        out.flush();
    }
}
