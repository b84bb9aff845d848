package lectern.nn.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// The gauges of one training, read every so many steps.
final class Gauges {

    /// As many points as a curve can show.
    private static final int READINGS = 200;

    private final Set<Gauge> gauges;
    private final List<Var> weights;
    private final long interval;
    private final List<Tensor> before = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    /// @param parameters of the model; the matrices among them are watched
    Gauges(Set<Gauge> gauges, List<Var> parameters, Plan plan) {
        this.gauges = gauges.isEmpty() ? Set.of() : EnumSet.copyOf(gauges);
        this.weights = weights(parameters);
        this.interval = Math.max(1, plan.steps() / READINGS);
    }

    /// Those with rows, and not the biases that follow them: one number for each row.
    private static List<Var> weights(List<Var> parameters) {
        List<Var> weights = new ArrayList<>();
        for (Var parameter : parameters) {
            boolean hasRows = parameter.shape().rank() > 1;
            boolean isBias = !weights.isEmpty()
                    && parameter.shape().size(0) == 1
                    && parameter.shape().count() == weights.getLast().shape().size(0);
            if (hasRows && !isBias) {
                weights.add(parameter);
            }
        }
        return weights;
    }

    /// Of each matrix, in the order of the layers: `W1 784×128`.
    List<String> names() {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> "W" + (i + 1) + " "
                        + weights.get(i)
                                .shape()
                                .toString()
                                .replaceAll("[()]", "")
                                .replace(", ", "×"))
                .toList();
    }

    List<Reading> readings() {
        return readings;
    }

    /// Looks at the weights before the update, if it is one at which gauges are read.
    ///
    /// @param step of the update, from 1
    void before(int step) {
        if (isRead(step)) {
            before.clear();
            weights.forEach(weight -> before.add(weight.borrow().copy()));
        }
    }

    /// Reads the gauges after the update, while the gradients are still there.
    void after(int step, Consumer<Reading> listener) {
        if (isRead(step)) {
            for (Gauge gauge : gauges) {
                List<Double> values = IntStream.range(0, weights.size())
                        .mapToObj(i -> gauge.read(before.get(i), weights.get(i)))
                        .toList();
                Reading reading = new Reading(step, gauge, values);
                readings.add(reading);
                listener.accept(reading);
            }
        }
    }

    private boolean isRead(int step) {
        return !gauges.isEmpty() && (step - 1) % interval == 0;
    }
}
