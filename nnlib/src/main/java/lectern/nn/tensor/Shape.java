package lectern.nn.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The sizes of a tensor's dimensions, outermost first: (batch, channels, height, width) for images.
///
/// A scalar has the shape ().
public final class Shape {

    private final int[] sizes;

    private Shape(int[] sizes) {
        this.sizes = sizes;
    }

    /// @throws ShapeException if a size is negative, or the sizes multiply to more than an array can hold
    public static Shape of(int... sizes) {
        long count = 1;
        for (int size : sizes) {
            if (size < 0) {
                throw new ShapeException("shape", "sizes of 0 or more", Arrays.toString(sizes));
            }
            count *= size;
            if (count > Integer.MAX_VALUE - 8) {
                throw new ShapeException("shape", "at most 2^31 - 9 numbers", Arrays.toString(sizes));
            }
        }
        return new Shape(sizes.clone());
    }

    /// The number of dimensions; 0 for a scalar.
    public int rank() {
        return sizes.length;
    }

    /// The size of one dimension; a negative one counts from the end, so that −1 is the last.
    public int size(int dimension) {
        int index = dimension < 0 ? dimension + sizes.length : dimension;
        if (index < 0 || index >= sizes.length) {
            throw new ShapeException("size", "a dimension below " + sizes.length, dimension);
        }
        return sizes[index];
    }

    /// How many numbers a tensor of this shape holds: the product of the sizes.
    public int count() {
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        return count;
    }

    /// Whether these are the sizes.
    boolean is(int... others) {
        return Arrays.equals(sizes, others);
    }

    /// Whether this is the other shape with another first size.
    boolean is(int first, Shape other) {
        return sizes.length == other.sizes.length
                && sizes[0] == first
                && Arrays.equals(sizes, 1, sizes.length, other.sizes, 1, sizes.length);
    }

    /// The same shape with another size in its first dimension, as for another batch.
    public Shape withFirst(int size) {
        int[] changed = sizes.clone();
        changed[0] = size;
        return of(changed);
    }

    /// A copy of the sizes.
    public int[] toArray() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /// As the field writes it: `(64, 784)`.
    @Override
    public String toString() {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
