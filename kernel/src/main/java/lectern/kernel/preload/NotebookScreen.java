package lectern.kernel.preload;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lectern.figure.Figure;
import lectern.figure.Screen;
import lectern.kernel.display.Output;

/// Shows figures under the cell and redraws those that change in place, four times a second at most.
///
/// A change only marks the figure; one thread draws what is marked. [#finish()] draws the last state.
public final class NotebookScreen implements Screen {

    /// Milliseconds from a change to its drawing.
    static final long PERIOD = 250;

    /// What is drawn while a figure goes on changing; a PDF, which takes longer than all else, only in the end.
    private static final String[] SKETCH = {"image/svg+xml", "text/plain"};

    private final Output output;
    private final IdentityHashMap<Figure, String> shown = new IdentityHashMap<>();
    private final Set<Figure> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Figure> sketched = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Executor later;
    private final Object drawing = new Object();
    private boolean scheduled;

    /// @param later runs a task when a period is over
    NotebookScreen(Output output, Executor later) {
        this.output = output;
        this.later = later;
    }

    /// Puts a screen into use that shows figures here.
    public static NotebookScreen use(Output output) {
        var thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("screen").factory());
        var screen =
                new NotebookScreen(output, CompletableFuture.delayedExecutor(PERIOD, TimeUnit.MILLISECONDS, thread));
        Screen.use(screen);
        return screen;
    }

    @Override
    public synchronized void show(Figure figure) {
        changed.remove(figure);
        shown.put(figure, output.display(output.bundles().render(figure)));
    }

    @Override
    public synchronized void changed(Figure figure) {
        if (shown.containsKey(figure)) {
            changed.add(figure);
            if (!scheduled) {
                scheduled = true;
                later.execute(this::tick);
            }
        }
    }

    private void tick() {
        synchronized (this) {
            scheduled = false;
        }
        draw(SKETCH);
    }

    /// Draws the last state of everything that has changed, in all its forms.
    public void finish() {
        synchronized (drawing) {
            synchronized (this) {
                changed.addAll(sketched);
                sketched.clear();
            }
            draw();
        }
    }

    private void draw(String... types) {
        // One drawing after another, so that the newest comes last; a training loop does not wait for it.
        synchronized (drawing) {
            for (var update : takeChanged().entrySet()) {
                output.update(update.getValue(), output.bundles().render(update.getKey(), types));
                if (types.length > 0) {
                    synchronized (this) {
                        sketched.add(update.getKey());
                    }
                }
            }
        }
    }

    private synchronized IdentityHashMap<Figure, String> takeChanged() {
        var taken = new IdentityHashMap<>(shown);
        taken.keySet().retainAll(changed);
        changed.clear();
        return taken;
    }
}
