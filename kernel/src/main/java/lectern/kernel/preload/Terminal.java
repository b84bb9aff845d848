package lectern.kernel.preload;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import lectern.figure.Figure;
import lectern.figure.Screen;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Notebook;
import lectern.kernel.display.Output;
import lectern.kernel.preload.face.Faces;
import org.jspecify.annotations.Nullable;

/// A notebook's output where there is no notebook: what is shown comes as text.
///
/// A figure is written when it is shown, and once more at the end if it has changed.
public final class Terminal implements Screen {

    private final PrintStream out;
    private final Output output;
    private final Comms comms = new Comms((_, _, _, _) -> {});
    private final Set<Figure> changed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Terminal(PrintStream out) {
        this.out = out;
        var bundles = new Bundles();
        Faces.register(bundles.renderer());
        output = new Output(bundles, this::publish);
    }

    /// Puts it into use for this process.
    public static Terminal use(PrintStream out) {
        var terminal = new Terminal(out);
        Notebook.use(terminal.output, terminal.comms);
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
        return output.bundles().text(value);
    }

    private void publish(String type, JsonObject content) {
        if (content.get("data") instanceof JsonObject data && data.has("text/plain")) {
            out.println(data.get("text/plain").getAsString());
        }
    }

    @Override
    public synchronized void show(Figure figure) {
        changed.remove(figure);
        out.println(text(figure));
    }

    @Override
    public synchronized void changed(Figure figure) {
        changed.add(figure);
    }

    /// Writes the last state of what has changed.
    public synchronized void finish() {
        changed.forEach(figure -> out.println(text(figure)));
        changed.clear();
        out.flush();
    }
}
