package lectern.kernel.widget;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;

/// Something to press. What its task shows and prints, and how it fails, is seen below it.
public final class Button extends Widget {

    private final String name;

    Button(WidgetHost host, String name, Callable<?> task) {
        this(new Panel(host), styled("Button", "ButtonStyle", name), host, name, task);
    }

    private Button(Panel panel, Model face, WidgetHost host, String name, Callable<?> task) {
        super(plain(Kind.control("VBox")).parts("children", List.of(face, panel.model())));
        this.name = name;
        face.onEvent(event -> {
            if (isClick(event)) {
                host.add(new Work(panel, task));
            }
        });
    }

    private static boolean isClick(JsonObject event) {
        return event.has("event") && event.get("event").getAsString().equals("click");
    }

    @Override
    public String text() {
        return "[" + name + "]";
    }
}
