package lectern.nn.golden;

import java.util.Arrays;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.energy.Hopfield;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Hopfield networks.
final class HopfieldCases {

    static final Map<String, Check> CHECKS = Map.of("hopfield", HopfieldCases::check);

    private HopfieldCases() {}

    private static void check(GoldenCase golden) {
        Tensor patterns = golden.given("patterns");
        // No setting says by which rule they are stored; the notes do.
        boolean projection = golden.mentions("projection") || golden.mentions("pseudo");
        Hopfield network = projection ? NN.pseudoInverseHopfield(patterns) : NN.hopfield(patterns);
        golden.assertOutput("W", network.weight());
        if (golden.hasOutput("fields")) {
            golden.assertOutput("fields", network.fields(patterns));
        }
        if (golden.hasInput("probes")) {
            recall(golden, network, patterns, golden.given("probes"));
        }
    }

    private static void recall(GoldenCase golden, Hopfield network, Tensor patterns, Tensor probes) {
        int units = probes.size(1);
        int[] order = new int[golden.given("order").count()];
        Arrays.setAll(order, i -> (int) golden.given("order").array()[i]);
        int entries = golden.outputShape("energies").size(1);
        Tensor recalled = Tensor.zeros(probes.shape());
        Tensor energies = Tensor.zeros(probes.size(0), entries);
        Tensor sweeps = Tensor.zeros(probes.size(0));
        for (int n = 0; n < probes.size(0); n++) {
            Tensor probe = Tensor.of(Arrays.copyOfRange(probes.array(), n * units, (n + 1) * units));
            Hopfield.Recall recall = network.recall(probe, order, entries - 1);
            System.arraycopy(recall.state().array(), 0, recalled.array(), n * units, units);
            for (int k = 0; k < entries; k++) {
                int last = recall.energies().count() - 1;
                energies.array()[n * entries + k] = recall.energies().get(Math.min(k, last));
            }
            sweeps.array()[n] = recall.sweeps();
        }
        golden.assertOutput("recalled", recalled);
        golden.assertOutput("energies", energies);
        golden.assertOutput("sweeps", sweeps);
        golden.assertOutput("syncOne", network.synchronous(probes));
        // As many probes as patterns, or fewer, each made of the pattern of its row.
        Tensor meant = Tensor.of(Shape.of(probes.size(0), units), Arrays.copyOf(patterns.array(), probes.count()));
        golden.assertOutput("overlap", Hopfield.overlap(meant, recalled));
    }
}
