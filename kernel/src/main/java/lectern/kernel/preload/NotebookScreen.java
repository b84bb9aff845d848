package lectern.kernel.preload;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import lectern.figure.Figure;
import lectern.figure.Screen;
import lectern.kernel.display.Output;

/// Shows figures under the cell and redraws those that change in place, four times a second at most, and more seldom
/// where drawing takes long: a training that is watched is not to be slower for it.
///
/// A change only marks the figure; one thread draws what is marked. [#finish()] draws the last state.
public final class NotebookScreen implements Screen {

    /// Milliseconds from a change to its drawing, at least.
    static final long PERIOD = 250;

    /// Milliseconds from a change to its drawing, at most.
    private static final long LONGEST = 1000;

    /// How much longer than the drawing itself nothing is drawn.
    private static final long REST = 50;

    /// The forms that are drawn while a figure changes; the others only of its last state.
    private static final String[] QUICK = {"image/svg+xml", "text/plain"};

    /// Does something later.
    interface Later {

        void execute(Runnable task, long milliseconds);
    }

    private final Output output;
    private final IdentityHashMap<Figure, Optional<String>> shown = new IdentityHashMap<>();
    private final Set<Figure> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Figure> quick = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Later later;
    private final LongSupplier clock;
    private final Object drawing = new Object();
    private long period = PERIOD;
    private boolean scheduled;

    /// @param clock in nanoseconds
    NotebookScreen(Output output, Later later, LongSupplier clock) {
        this.output = output;
        this.later = later;
        this.clock = clock;
    }

    /// Puts a screen into use that shows figures here.
    public static NotebookScreen use(Output output) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("screen").factory());
        Later later = (task, milliseconds) -> {
            var _ = thread.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
        };
        var screen = new NotebookScreen(output, later, System::nanoTime);
        Screen.use(screen);
        return screen;
    }

    @Override
    public synchronized void show(Figure figure) {
        changed.remove(figure);
        quick.remove(figure);
        shown.put(figure, Optional.of(output.display(output.bundles().render(figure))));
    }

    @Override
    public synchronized void showSoon(Figure figure) {
        shown.put(figure, Optional.empty());
        changed(figure);
    }

    @Override
    public synchronized void changed(Figure figure) {
        if (shown.containsKey(figure)) {
            changed.add(figure);
            if (!scheduled) {
                scheduled = true;
                later.execute(this::tick, period);
            }
        }
    }

    private void tick() {
        long begin = clock.getAsLong();
        synchronized (this) {
            scheduled = false;
        }
        // Taken by the one who draws, so that what is drawn last, and stays, is the whole of the last state.
        synchronized (drawing) {
            Set<Figure> now;
            synchronized (this) {
                now = copy(changed);
                changed.clear();
                quick.addAll(now);
            }
            draw(now, QUICK);
        }
        synchronized (this) {
            long took = TimeUnit.NANOSECONDS.toMillis(clock.getAsLong() - begin);
            period = Math.clamp(REST * took, PERIOD, LONGEST);
        }
    }

    /// Draws the last state of everything that has changed, in all its forms.
    public void finish() {
        synchronized (drawing) {
            Set<Figure> now;
            synchronized (this) {
                now = copy(changed);
                now.addAll(quick);
                changed.clear();
                quick.clear();
            }
            draw(now);
        }
    }

    private void draw(Set<Figure> figures, String... types) {
        for (var figure : figures) {
            var bundle = output.bundles().render(figure, types);
            var id = place(figure);
            if (id.isEmpty()) {
                place(figure, output.display(bundle));
            } else {
                output.update(id.get(), bundle);
            }
        }
    }

    private synchronized Optional<String> place(Figure figure) {
        return shown.getOrDefault(figure, Optional.empty());
    }

    private synchronized void place(Figure figure, String id) {
        shown.put(figure, Optional.of(id));
    }

    private static Set<Figure> copy(Set<Figure> figures) {
        Set<Figure> copy = Collections.newSetFromMap(new IdentityHashMap<>());
        copy.addAll(figures);
        return copy;
    }
}
