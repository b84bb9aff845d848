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

    /// A line for each epoch.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("epoch  steps  training loss");
        for (Epoch epoch : epochs) {
            text.append(String.format(Locale.ROOT, "%n%5d %6d %14.6f", epoch.number(), epoch.steps(), epoch.loss()));
        }
        return text.toString();
    }
}
