package lectern.bench.compare;

/// One row of the table: what is to be computed, and from which numbers. Numbers are `float` and row-major.
public sealed interface Work
        permits Product, Elementwise, Softmax, Convolution, Lstm, BatchNorm, Attention, Network, Rbm {

    /// What the row is called, and what `--only` looks at.
    String name();

    /// The floating-point operations of one call, a multiply-add counted as two; 0 where memory is the limit.
    double flops();

    /// How far two results may differ, relative to their size.
    default double tolerance() {
        return 1e-4;
    }

    /// The work that results are compared for.
    default Work forChecking() {
        return this;
    }
}
