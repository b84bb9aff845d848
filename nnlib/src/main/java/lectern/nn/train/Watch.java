package lectern.nn.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Who watches a training, and what for.
final class Watch {

    private static volatile @Nullable Function<Plan, Observer> observers;

    private final List<Consumer<Step>> stepListeners = new ArrayList<>();
    private final List<Consumer<Epoch>> epochListeners = new ArrayList<>();
    private final Map<String, DoubleSupplier> metrics = new LinkedHashMap<>();
    private final Set<Gauge> gauges = EnumSet.noneOf(Gauge.class);
    private final WatchedImages images = new WatchedImages();
    private boolean quiet;

    static void observe(Function<Plan, Observer> all) {
        observers = all;
    }

    void onStep(Consumer<Step> listener) {
        stepListeners.add(listener);
    }

    void onEpoch(Consumer<Epoch> listener) {
        epochListeners.add(listener);
    }

    void metric(String name, DoubleSupplier metric) {
        if (metrics.putIfAbsent(name, metric) != null) {
            throw new IllegalArgumentException(
                    "train: expected each metric to have a name of its own, found " + name + " twice");
        }
    }

    void gauges(List<Gauge> more) {
        gauges.addAll(more);
    }

    void images(String name, Supplier<Tensor> of) {
        images.add(name, of);
    }

    void quiet() {
        quiet = true;
    }

    /// @throws ShapeException if something that is watched as images is none
    Run begin(Plan plan, Layer model, Examples examples) {
        Gauges read = new Gauges(gauges, images, model, examples, plan);
        read.images();
        Function<Plan, Observer> all = observers;
        return new Run(quiet || all == null ? List.of() : List.of(all.apply(plan)), read);
    }

    /// One run of the training.
    final class Run {

        /// One or none.
        private final List<Observer> observers;

        private final Gauges read;
        private boolean over;

        private Run(List<Observer> observers, Gauges read) {
            this.observers = observers;
            this.read = read;
        }

        void before(int step) {
            read.before(step);
        }

        void after(int step) {
            read.after(step, observers);
        }

        void step(int epoch, int number, double loss) {
            if (!observers.isEmpty() || !stepListeners.isEmpty()) {
                Step done = new Step(epoch, number, loss);
                stepListeners.forEach(listener -> listener.accept(done));
                observers.forEach(observer -> observer.step(done));
            }
        }

        Map<String, Double> measure() {
            Map<String, Double> values = new LinkedHashMap<>();
            metrics.forEach((name, metric) -> values.put(name, metric.getAsDouble()));
            return values;
        }

        void epoch(Epoch done) {
            epochListeners.forEach(listener -> listener.accept(done));
            observers.forEach(observer -> observer.epoch(done));
        }

        History done(List<Epoch> epochs) {
            History history = new History(epochs, read.readings(), read.images());
            over = true;
            observers.forEach(observer -> observer.done(history));
            return history;
        }

        /// The training is over; if it is not [done][#done], something came between.
        void close() {
            if (!over) {
                observers.forEach(Observer::broken);
            }
        }
    }
}
