package lectern.kernel.widget;

import java.util.List;
import java.util.stream.Collectors;

/// Widgets side by side, or one below the other.
public final class Box extends Widget {

    private final List<Widget> widgets;

    private Box(String kind, List<Widget> widgets) {
        super(plain(Kind.control(kind))
                .parts("children", widgets.stream().map(Widget::model).toList()));
        this.widgets = List.copyOf(widgets);
        if (widgets.isEmpty()) {
            throw new IllegalArgumentException("row or column: expected widgets, found none");
        }
    }

    static Box row(List<Widget> widgets) {
        return new Box("HBox", widgets);
    }

    static Box column(List<Widget> widgets) {
        return new Box("VBox", widgets);
    }

    @Override
    public String text() {
        return widgets.stream().map(Widget::text).collect(Collectors.joining("\n"));
    }
}
