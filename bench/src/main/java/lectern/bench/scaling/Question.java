package lectern.bench.scaling;

import java.util.List;
import java.util.function.IntFunction;

/// What one chart shows: the same training at growing sizes.
///
/// @param file the name of its files
/// @param title of the chart
/// @param axis what grows
/// @param sizes of it
/// @param training at one size
record Question(String file, String title, String axis, List<Integer> sizes, IntFunction<Trained> training) {

    /// All charts but that over threads.
    static List<Question> all() {
        return List.of(
                new Question(
                        "batch",
                        "Training step of an MLP 784-256-128-10",
                        "batch size",
                        List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512),
                        batch -> Trained.mlp(batch, 256)),
                new Question(
                        "width",
                        "Training step of an MLP 784-w-w/2-10, batch 64",
                        "width w",
                        List.of(16, 32, 64, 128, 256, 512, 1024, 2048),
                        width -> Trained.mlp(64, width)),
                new Question(
                        "sequence",
                        "Training step of an LSTM 64 to 128, batch 32",
                        "time steps",
                        List.of(5, 10, 20, 50, 100, 200),
                        steps -> Trained.lstm(32, steps)));
    }
}
