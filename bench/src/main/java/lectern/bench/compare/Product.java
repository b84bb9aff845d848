package lectern.bench.compare;

/// The matrix product **C = A B**.
///
/// Shapes: A (rows, inner), B (inner, columns), C (rows, columns).
///
/// OpenBLAS, EJML and ND4J write into a ready array; DJL makes a new one at each call, its API has no other
/// way.
public record Product(int rows, int inner, int columns) implements Work {

    @Override
    public String name() {
        return rows == inner && inner == columns ? "product " + rows : "product " + rows + "x" + inner + "x" + columns;
    }

    @Override
    public double flops() {
        return 2.0 * rows * inner * columns;
    }

    /// A.
    public float[] a() {
        return Numbers.uniform(rows * inner, 1, 1);
    }

    /// B.
    public float[] b() {
        return Numbers.uniform(inner * columns, 1, 2);
    }
}
