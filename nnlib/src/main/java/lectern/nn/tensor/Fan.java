package lectern.nn.tensor;

/// How many numbers meet in a unit: how many come in, and to how many one goes out.
///
/// @param in of a weight (out, in): in; of filters (out, in, height, width): in · height · width
/// @param out of a weight (out, in): out; of filters (out, in, height, width): out · height · width
public record Fan(long in, long out) {

    /// Of a weight, or of filters.
    ///
    /// @param shape (out, in, …)
    /// @throws ShapeException if there are not two dimensions or more
    public static Fan of(Shape shape) {
        if (shape.rank() < 2) {
            throw new ShapeException("initializer", "weights (out, in, …)", shape);
        }
        long field = 1;
        for (int d = 2; d < shape.rank(); d++) {
            field *= shape.size(d);
        }
        return new Fan(shape.size(1) * field, shape.size(0) * field);
    }
}
