package lectern.kernel.preload;

import java.util.List;
import java.util.Map;
import lectern.data.Mnist;
import lectern.nn.NN;

/// What the libraries find on this machine.
public final class Survey {

    private Survey() {}

    /// Short names and what is found, in the order to print them.
    public static List<Map.Entry<String, String>> lines() {
        return List.of(
                Map.entry("numbers", NN.backend()),
                Map.entry("mnist", Mnist.whereabouts()),
                Map.entry("digits", "drawn by the library where MNIST cannot be had"));
    }
}
