package lectern.nn.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Numbers with a shape: an n-dimensional array of `float`, row-major, the last index fastest.
///
/// Operations return new tensors and leave their arguments alone. The one door to the numbers themselves is
/// [#array()], which training uses to update weights in place.
public final class Tensor {

    private final Shape shape;
    private final float[] array;

    private Tensor(Shape shape, float[] array) {
        this.shape = shape;
        this.array = array;
    }

    /// A tensor over the given numbers, which are not copied.
    ///
    /// @throws ShapeException if there are not as many numbers as the shape asks for
    public static Tensor of(Shape shape, float... array) {
        if (shape.count() != array.length) {
            throw new ShapeException("tensor " + shape, shape.count() + " numbers", array.length);
        }
        return new Tensor(shape, array);
    }

    /// The numbers of a list, shape (count); not copied.
    public static Tensor of(float... array) {
        return new Tensor(Shape.of(array.length), array);
    }

    /// A matrix from its rows, shape (rows, columns).
    ///
    /// @throws ShapeException if the rows have different lengths
    public static Tensor of(float[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] array = new float[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new ShapeException("tensor", columns + " numbers in row " + r, rows[r].length);
            }
            System.arraycopy(rows[r], 0, array, r * columns, columns);
        }
        return new Tensor(Shape.of(rows.length, columns), array);
    }

    /// A single number, shape ().
    public static Tensor scalar(float value) {
        return new Tensor(Shape.of(), new float[] {value});
    }

    /// All zero.
    public static Tensor zeros(int... sizes) {
        return zeros(Shape.of(sizes));
    }

    /// All zero.
    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.count()]);
    }

    /// All the same number.
    public static Tensor filled(Shape shape, float value) {
        float[] array = new float[shape.count()];
        Arrays.fill(array, value);
        return new Tensor(shape, array);
    }

    /// Independent numbers from the uniform distribution U(−bound, bound).
    public static Tensor uniform(Shape shape, double bound, RandomGenerator random) {
        float[] array = new float[shape.count()];
        for (int i = 0; i < array.length; i++) {
            array[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return new Tensor(shape, array);
    }

    /// Independent numbers from the normal distribution N(0, deviation²).
    public static Tensor normal(Shape shape, double deviation, RandomGenerator random) {
        float[] array = new float[shape.count()];
        for (int i = 0; i < array.length; i++) {
            array[i] = (float) (random.nextGaussian() * deviation);
        }
        return new Tensor(shape, array);
    }

    /// The sizes of the dimensions.
    public Shape shape() {
        return shape;
    }

    /// How many numbers there are.
    public int count() {
        return array.length;
    }

    /// The size of one dimension; −1 is the last.
    public int size(int dimension) {
        return shape.size(dimension);
    }

    /// The live numbers, row-major. Writing here changes the tensor.
    public float[] array() {
        return array;
    }

    /// The same numbers seen with another shape; not copied.
    ///
    /// @throws ShapeException if the new shape holds another count of numbers
    public Tensor reshape(int... sizes) {
        Shape wanted = Shape.of(sizes);
        if (wanted.count() != array.length) {
            throw new ShapeException("reshape " + shape, "a shape of " + array.length + " numbers", wanted);
        }
        return new Tensor(wanted, array);
    }

    /// A tensor with numbers of its own.
    public Tensor copy() {
        return new Tensor(shape, array.clone());
    }
}
