package lectern.nn.train;

import java.util.List;
import java.util.Locale;

/// What a training went through.
///
/// @param epochs in order
public record History(List<Epoch> epochs) {

    /// Keeps a copy of the list.
    public History {
        epochs = List.copyOf(epochs);
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
        for (Epoch epoch : epochs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%5d %6d %14.3g %14.6f",
                    epoch.number(),
                    epoch.steps(),
                    epoch.learningRate(),
                    epoch.loss()));
            epoch.validationLoss().ifPresent(loss -> text.append(String.format(Locale.ROOT, " %16.6f", loss)));
        }
        return text.toString();
    }
}
