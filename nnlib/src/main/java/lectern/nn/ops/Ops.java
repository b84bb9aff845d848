package lectern.nn.ops;

import java.util.Locale;

/// One implementation of each family of inner loops.
///
/// Every implementation computes the same bits: what a sum is, in which order its terms are added and how many
/// partial sums it keeps is part of each operation's definition, not of its implementation.
///
/// @param name how this choice presents itself to people
/// @param matrix matrix products
/// @param elementwise functions of one number, applied to many
/// @param reduction sums and what is made of them
/// @param recurrent sequences through recurrent layers
/// @param convolution images under filters
/// @param pooling images made smaller
/// @param attention queries, keys and values
/// @param update the steps of optimizers
/// @param normalization numbers brought to mean 0 and variance 1
public record Ops(
        String name,
        MatrixOps matrix,
        ElementwiseOps elementwise,
        ReductionOps reduction,
        RecurrentOps recurrent,
        ConvolutionOps convolution,
        PoolingOps pooling,
        AttentionOps attention,
        UpdateOps update,
        NormalizationOps normalization) {

    /// The module that the fast classes need, and the flag that adds it.
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static final Ops FASTEST = choose();

    private static volatile Ops best = FASTEST;

    /// The fastest implementation that this JVM can run: the Vector API where its module is present, else the
    /// readable loops, which is said once on the system logger. `-Dlectern.ops=reference` asks for the latter.
    /// After [ColdStart#begin] it is another one for some seconds, which gives the same bits.
    public static Ops best() {
        return best;
    }

    /// What [#best] is but for those seconds.
    static Ops fastest() {
        return FASTEST;
    }

    /// Makes it [#best] from now on.
    static void use(Ops ops) {
        best = ops;
    }

    /// The definitions: nested loops, one number at a time.
    public static Ops reference() {
        return new Ops(
                "reference loops",
                new ReferenceMatrixOps(),
                new ReferenceElementwiseOps(),
                new ReferenceReductionOps(),
                new ReferenceRecurrentOps(),
                new ReferenceConvolutionOps(),
                new ReferencePoolingOps(),
                new ReferenceAttentionOps(),
                new ReferenceUpdateOps(),
                new ReferenceNormalizationOps());
    }

    private static Ops choose() {
        String wanted = System.getProperty("lectern.ops", "best").toLowerCase(Locale.ROOT);
        if (!wanted.equals("best") && !wanted.equals("reference")) {
            throw new IllegalArgumentException("lectern.ops: expected best or reference, found " + wanted);
        }
        if (wanted.equals("reference")) {
            return reference();
        }
        // The module is looked for before a class that uses it is named: without it, naming one would fail to link.
        if (!isVisible(VECTOR_MODULE + ".FloatVector")) {
            System.getLogger(Ops.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "Lectern computes without the Vector API, several times slower; start Java with --add-modules="
                                    + VECTOR_MODULE);
            return reference();
        }
        return VectorOps.orReference();
    }

    /// The host may have loaded the module after the start, and then no list of the JVM's own layer names it.
    private static boolean isVisible(String type) {
        try {
            Class.forName(type, false, Ops.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
