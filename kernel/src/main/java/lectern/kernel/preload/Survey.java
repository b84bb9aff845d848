package lectern.kernel.preload;

import java.util.List;
import java.util.Map;
import lectern.data.Mnist;

/// What the libraries find on this machine.
public final class Survey {

    private static final String VECTOR = "jdk.incubator.vector";

    private Survey() {}

    /// Short names and what is found, in the order to print them.
    public static List<Map.Entry<String, String>> lines() {
        return List.of(Map.entry("vectors", vectors()), Map.entry("mnist", Mnist.whereabouts()));
    }

    private static String vectors() {
        if (ModuleLayer.boot().findModule(VECTOR).isEmpty()) {
            return "the Vector API is missing, so networks train slowly; start Java with --add-modules=" + VECTOR;
        }
        // Named by reflection: a JVM without the module must be able to load this class.
        try {
            var species = Class.forName(VECTOR + ".FloatVector")
                    .getField("SPECIES_PREFERRED")
                    .get(null);
            return Class.forName(VECTOR + ".VectorSpecies")
                            .getMethod("vectorBitSize")
                            .invoke(species) + " bits";
        } catch (ReflectiveOperationException e) {
            return "the Vector API is there, its width is not known: " + e.getMessage();
        }
    }
}
