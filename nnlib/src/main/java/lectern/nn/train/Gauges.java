package lectern.nn.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// What is watched of one training, read every so many steps.
final class Gauges {

    /// As many points as a curve can show.
    private static final int READINGS = 200;

    private final Set<Gauge> gauges;
    private final WatchedImages images;
    private final WeightGauges weights;
    private final LayerGauges layers;
    private final long interval;
    private final List<Reading> readings = new ArrayList<>();

    Gauges(Set<Gauge> gauges, WatchedImages images, Layer model, Examples examples, Plan plan) {
        this.gauges = gauges.isEmpty() ? Set.of() : EnumSet.copyOf(gauges);
        this.images = images;
        this.weights = new WeightGauges(model.parameters());
        this.layers = new LayerGauges(model, examples);
        this.interval = Math.max(1, plan.steps() / READINGS);
    }

    List<Reading> readings() {
        return readings;
    }

    /// The pictures as they are now.
    Map<String, Tensor> images() {
        return images.now();
    }

    /// Looks at the weights before the update, if it is one at which they are read.
    ///
    /// @param step of the update, from 1
    void before(int step) {
        if (gauges.contains(Gauge.UPDATE_RATIO) && isDue(step)) {
            weights.before();
        }
    }

    /// Reads the gauges after the update, while the gradients are still there.
    void after(int step, List<Observer> observers) {
        if (!isDue(step)) {
            return;
        }
        for (Gauge gauge : gauges) {
            Reading reading = read(step, gauge);
            readings.add(reading);
            observers.forEach(observer -> observer.reading(reading));
        }
        if (!images.isEmpty() && !observers.isEmpty()) {
            Map<String, Tensor> now = images.now();
            observers.forEach(observer -> observer.images(now));
        }
    }

    private Reading read(int step, Gauge gauge) {
        return switch (gauge) {
            case GRADIENT_NORM -> new Reading(step, gauge, weights.names(), weights.gradientNorms());
            case UPDATE_RATIO -> new Reading(step, gauge, weights.names(), weights.updateRatios());
            case ACTIVATION_SPREAD -> new Reading(step, gauge, layers.names(), layers.spreads());
        };
    }

    private boolean isDue(int step) {
        return (step - 1) % interval == 0;
    }
}
