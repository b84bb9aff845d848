package lectern.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Notebook;

/// The place in a page for what a function shows and prints, anew each time that it runs.
///
/// Its content is part of the state of a widget, so that a page that is loaded anew has it, and what comes next.
final class Panel {

    /// What is printed in a loop is told this often, in milliseconds.
    private static final long PERIOD = 200;

    /// All of it is told each time, so it must not grow without end.
    private static final int CHARACTERS = 100_000;

    private final Model model = Widget.plain(Kind.output()).put("outputs", new JsonArray());
    private final WidgetHost host;
    private final List<JsonObject> outputs = new ArrayList<>();
    private boolean clearsNext;
    private boolean scheduled;

    Panel(WidgetHost host) {
        this.host = host;
    }

    Model model() {
        return model;
    }

    /// Runs a task that shows and prints here. What was here stays until there is something new, or nothing more.
    ///
    /// @throws Exception what the task throws
    void run(Callable<?> task) throws Exception {
        System.out.flush();
        System.err.flush();
        synchronized (this) {
            clearsNext = true;
        }
        var restore = host.divert(this::take);
        try {
            var value = task.call();
            if (value != null) {
                take("display_data", Bundles.json(Notebook.render(value)));
            }
        } finally {
            System.out.flush();
            System.err.flush();
            restore.run();
        }
    }

    /// The task is over, and what it has left undrawn is drawn.
    ///
    /// @param error how it failed, if it did
    void ended(Optional<JsonObject> error) {
        error.ifPresent(content -> take("error", content));
        synchronized (this) {
            clearIfDue();
        }
        tell();
    }

    /// Takes a message that shows something.
    synchronized boolean take(String type, JsonObject content) {
        switch (type) {
            case "stream" ->
                print(content.get("name").getAsString(), content.get("text").getAsString());
            case "display_data", "error" -> {
                clearIfDue();
                var output = content.deepCopy();
                output.addProperty("output_type", type);
                outputs.add(output);
                displayId(output).ifPresent(id -> host.place(id, this));
            }
            case "clear_output" -> {
                clearsNext = true;
                if (!content.get("wait").getAsBoolean()) {
                    clearIfDue();
                }
            }
            default -> {
                return false;
            }
        }
        schedule();
        return true;
    }

    /// Replaces what was shown here under this id.
    synchronized void update(String id, JsonObject content) {
        outputs.stream()
                .filter(output -> displayId(output).filter(id::equals).isPresent())
                .forEach(output -> output.add("data", content.get("data")));
        schedule();
    }

    private void clearIfDue() {
        if (clearsNext) {
            clearsNext = false;
            outputs.stream().flatMap(output -> displayId(output).stream()).forEach(host::forget);
            outputs.clear();
        }
    }

    private void print(String stream, String text) {
        clearIfDue();
        var last = outputs.isEmpty() ? new JsonObject() : outputs.getLast();
        if (isStream(last) && last.get("name").getAsString().equals(stream)) {
            last.addProperty("text", end(last.get("text").getAsString() + text));
        } else {
            var output = new JsonObject();
            output.addProperty("output_type", "stream");
            output.addProperty("name", stream);
            output.addProperty("text", end(text));
            outputs.add(output);
        }
    }

    private static boolean isStream(JsonObject output) {
        return output.has("output_type")
                && output.get("output_type").getAsString().equals("stream");
    }

    private static String end(String text) {
        return text.length() <= CHARACTERS
                ? text
                : "[lectern: only the end is shown]\n" + text.substring(text.length() - CHARACTERS + CHARACTERS / 10);
    }

    private static Optional<String> displayId(JsonObject output) {
        return output.get("transient") instanceof JsonObject part && part.has("display_id")
                ? Optional.of(part.get("display_id").getAsString())
                : Optional.empty();
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            CompletableFuture.delayedExecutor(PERIOD, TimeUnit.MILLISECONDS, host.clock())
                    .execute(this::tell);
        }
    }

    private synchronized void tell() {
        scheduled = false;
        var all = new JsonArray();
        for (var output : outputs) {
            var told = output.deepCopy();
            told.remove("transient");
            all.add(told);
        }
        model.put("outputs", all);
    }

    /// What was printed.
    synchronized String printed() {
        var text = new StringBuilder();
        outputs.stream()
                .filter(Panel::isStream)
                .forEach(output -> text.append(output.get("text").getAsString()));
        return text.toString();
    }

    /// The last of what was shown.
    synchronized Optional<JsonObject> picture() {
        return outputs.reversed().stream()
                .filter(output -> output.get("data") instanceof JsonObject)
                .findFirst()
                .map(output -> output.getAsJsonObject("data").deepCopy());
    }
}
