package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The choice of Vector API classes, kept apart from [Ops] so that a JVM without the module never links it.
final class VectorOps {

    /// The machine's own width. A wider one than the machine has would be emulated, some eighty times slower.
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorOps() {}

    /// The partial sums of a reduction are laid over one, two or four vectors; another width has no fast form.
    static Ops orReference() {
        int lanes = SPECIES.length();
        if (lanes != 4 && lanes != 8 && lanes != 16) {
            return Ops.reference();
        }
        return new Ops(
                "Vector API, " + SPECIES.vectorBitSize() + " bits, " + lanes + " lanes",
                new VectorMatrixOps(),
                new VectorElementwiseOps(),
                new VectorReductionOps(),
                new VectorRecurrentOps(),
                new VectorConvolutionOps(),
                new VectorPoolingOps(),
                new VectorAttentionOps(),
                new VectorUpdateOps());
    }
}
