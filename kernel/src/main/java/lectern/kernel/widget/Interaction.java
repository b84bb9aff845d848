package lectern.kernel.widget;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lectern.kernel.display.Notebook;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// A function of some controls, whose result is shown below them and follows them.
final class Interaction {

    private final WidgetHost host;
    private final List<? extends Control<?>> controls;
    private final Callable<?> function;
    private final Panel panel;

    Interaction(WidgetHost host, List<? extends Control<?>> controls, Callable<?> function) {
        this.host = host;
        this.controls = controls;
        this.function = function;
        panel = new Panel(host);
    }

    /// Runs the function at the start values and shows what comes of it; where no page can show widgets, the setting as
    /// text and the result as any other. If the function fails so does the cell, and nothing is shown.
    ///
    /// @throws Exception what the function throws
    void show() throws Exception {
        try {
            panel.run(function);
        } catch (Throwable failure) {
            System.out.print(panel.printed());
            throw failure;
        }
        var setting = controls.stream().map(Control::text).collect(Collectors.joining("\n"));
        var printed = panel.printed();
        panel.ended(Optional.empty());
        var work = new Work(panel, function);
        controls.forEach(control -> control.onChange(() -> host.add(work)));
        var top = new DisplayData(printed.isEmpty() ? setting : setting + "\n" + printed.stripTrailing());
        var column = Box.column(List.copyOf(controls));
        host.view(column.model()).ifPresent(view -> top.putData(WidgetHost.VIEW, view));
        Notebook.display(top);
        var picture = panel.picture();
        var place = host.view(panel.model());
        if (picture.isPresent() || place.isPresent()) {
            var below = new DisplayData("");
            picture.ifPresent(
                    data -> data.entrySet().forEach(entry -> below.putData(entry.getKey(), entry.getValue())));
            place.ifPresent(view -> below.putData(WidgetHost.VIEW, view));
            Notebook.display(below);
        }
    }
}
