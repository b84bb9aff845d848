package lectern.bench.compare;

/// Softmax of each row of a matrix.
public record Softmax(int rows, int columns) implements Work {

    @Override
    public String name() {
        return "softmax " + rows + "x" + columns;
    }

    @Override
    public double flops() {
        return 0;
    }

    /// x, (rows, columns), within ±5.
    public float[] x() {
        return Numbers.uniform(rows * columns, 5, 1);
    }
}
