package lectern.nn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.nn.tensor.Tensor;

/// What a training went through.
///
/// @param epochs in order
/// @param readings of the gauges that were [watched][Training#watch], in the order of the steps
/// @param images what was watched as images, by name, as it was at the end
public record History(List<Epoch> epochs, List<Reading> readings, Map<String, Tensor> images) {

    /// Keeps copies of the lists and the map.
    public History {
        epochs = List.copyOf(epochs);
        readings = List.copyOf(readings);
        images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    }

    /// The names of the metrics, in the order given.
    public List<String> metrics() {
        return epochs.stream()
                .findFirst()
                .map(epoch -> List.copyOf(epoch.metrics().keySet()))
                .orElse(List.of());
    }

    /// A metric after each epoch.
    ///
    /// @throws IllegalArgumentException if there is no metric of this name
    public double[] metric(String name) {
        if (!metrics().contains(name)) {
            throw new IllegalArgumentException("history: expected one of " + metrics() + ", found " + name);
        }
        return epochs.stream()
                .mapToDouble(epoch -> epoch.metrics().getOrDefault(name, Double.NaN))
                .toArray();
    }

    /// The training losses, one for each epoch.
    public double[] losses() {
        return epochs.stream().mapToDouble(Epoch::loss).toArray();
    }

    /// The losses on the examples held back for early stopping, one for each epoch; none without.
    public double[] validationLosses() {
        return epochs.stream()
                .flatMapToDouble(epoch -> epoch.validationLoss().stream())
                .toArray();
    }

    /// The learning rates at the ends of the epochs.
    public double[] learningRates() {
        return epochs.stream().mapToDouble(Epoch::learningRate).toArray();
    }

    /// A line for each epoch.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("epoch  steps  learning rate  training loss");
        boolean validated = validationLosses().length > 0;
        text.append(validated ? "  validation loss" : "");
        metrics().forEach(name -> text.append("  ").append(name));
        for (Epoch epoch : epochs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%5d %6d %14.3g %14.6f",
                    epoch.number(),
                    epoch.steps(),
                    epoch.learningRate(),
                    epoch.loss()));
            epoch.validationLoss().ifPresent(loss -> text.append(String.format(Locale.ROOT, " %16.6f", loss)));
            epoch.metrics()
                    .forEach((name, value) ->
                            text.append(String.format(Locale.ROOT, " %" + (name.length() + 1) + "s", shown(value))));
        }
        return text.toString();
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
