package lectern.kernel.preload.live;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lectern.figure.Screen;
import lectern.figure.TrainingCurves;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Epoch;
import lectern.nn.train.History;
import lectern.nn.train.Observer;
import lectern.nn.train.Plan;
import lectern.nn.train.Reading;
import lectern.nn.train.Step;
import lectern.nn.train.Training;
import org.jspecify.annotations.Nullable;

/// Shows the trainings of a cell while they run: one figure for each cell, whose last state stays.
///
/// Which trainings are shown does not depend on how long they take, so that a notebook looks the same after every run:
/// those on the cell's own thread, and not those that it has other threads do.
public final class LiveTrainings {

    private final BooleanSupplier onCellThread;
    private final Consumer<LiveTrainings> over;
    private final Set<History> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable TrainingCurves curves;

    /// @param over runs after each training
    private LiveTrainings(BooleanSupplier onCellThread, Consumer<LiveTrainings> over) {
        this.onCellThread = onCellThread;
        this.over = over;
    }

    /// Shows every training of this process from here on.
    ///
    /// @param onCellThread whether the calling thread is that of a cell
    public static LiveTrainings watch(BooleanSupplier onCellThread) {
        var trainings = new LiveTrainings(onCellThread, _ -> {});
        Training.observe(trainings::begin);
        return trainings;
    }

    /// Shows every training of this process from here on, each by itself, where there are no cells.
    ///
    /// @param finish draws the last state
    public static void watchEach(Runnable finish) {
        var trainings = new LiveTrainings(() -> true, all -> {
            finish.run();
            all.cellEnds();
        });
        Training.observe(trainings::begin);
    }

    private Observer begin(Plan plan) {
        return onCellThread.getAsBoolean() ? new Drawn(plan) : new Observer() {};
    }

    private synchronized TrainingCurves cellCurves() {
        if (curves == null) {
            curves = new TrainingCurves();
            Screen.current().showSoon(curves);
        }
        return curves;
    }

    /// The next training is that of another cell.
    public synchronized void cellEnds() {
        curves = null;
        drawn.clear();
    }

    /// Whether the cell that runs has drawn this one already.
    public synchronized boolean isDrawn(History history) {
        return drawn.contains(history);
    }

    private synchronized void draw(History history) {
        drawn.add(history);
    }

    /// Drawn from its first step on: one that fails at once, as its layers do not fit, leaves no empty figure.
    private final class Drawn implements Observer {

        private final Plan plan;
        private @Nullable Observer run;

        Drawn(Plan plan) {
            this.plan = plan;
        }

        private Observer run() {
            if (run == null) {
                run = cellCurves().begin(plan);
            }
            return run;
        }

        @Override
        public void step(Step step) {
            run().step(step);
        }

        @Override
        public void epoch(Epoch epoch) {
            run().epoch(epoch);
        }

        @Override
        public void reading(Reading reading) {
            run().reading(reading);
        }

        @Override
        public void images(Map<String, Tensor> images) {
            run().images(images);
        }

        @Override
        public void done(History history) {
            run().done(history);
            draw(history);
            over.accept(LiveTrainings.this);
        }

        @Override
        public void broken() {
            if (run != null) {
                run.broken();
                over.accept(LiveTrainings.this);
            }
        }
    }
}
