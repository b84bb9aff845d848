package lectern.nn.train;

import java.util.Map;
import lectern.nn.tensor.Tensor;

/// Sees a training from its beginning to its end, on the thread that trains: whoever shows it should only note what
/// comes, and draw on another thread.
public interface Observer {

    /// After each update.
    default void step(Step step) {}

    /// After each pass over all examples.
    default void epoch(Epoch epoch) {}

    /// After an update at which gauges were read.
    default void reading(Reading reading) {}

    /// What is watched as images, by name, after an update at which gauges are read: copies.
    default void images(Map<String, Tensor> images) {}

    /// The training is over: all epochs were made, or it was stopped early.
    default void done(History history) {}

    /// The training was interrupted, or failed; what was seen until then is true.
    default void broken() {}
}
