package lectern.nn.tensor;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import lectern.nn.ops.MatrixOps.Product;
import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import org.ejml.data.FMatrixRMaj;

/// Numbers with a shape: an n-dimensional array of `float`, row-major, the last index fastest.
///
/// Operations return new tensors and leave their arguments alone. The one door to the numbers themselves is
/// [#array()], which training uses to update weights in place.
public final class Tensor {

    private final Shape shape;
    private final float[] array;
    /// Whose numbers these are: this, or the tensor that this is a view of.
    private final Tensor owner;

    private boolean kept;
    private int loan;

    private Tensor(Shape shape, float[] array) {
        this.shape = shape;
        this.array = array;
        this.owner = this;
    }

    private Tensor(Shape shape, Tensor owner) {
        this.shape = shape;
        this.array = owner.array;
        this.owner = owner;
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
        return reshape(Shape.of(sizes));
    }

    /// The same numbers seen with another shape; not copied.
    ///
    /// @throws ShapeException if the new shape holds another count of numbers
    public Tensor reshape(Shape wanted) {
        if (wanted.count() != array.length) {
            throw new ShapeException("reshape " + shape, "a shape of " + array.length + " numbers", wanted);
        }
        return new Tensor(wanted, owner);
    }

    /// Keeps the numbers: an [Arena] that lent them will not lend them again. Others are kept anyway.
    ///
    /// @return this
    public Tensor keep() {
        owner.kept = true;
        return this;
    }

    boolean isKept() {
        return kept;
    }

    /// How often these numbers have been lent: who remembers it can tell whether they are still the same ones.
    public int loan() {
        return owner.loan;
    }

    void lendAgain() {
        loan++;
    }

    /// One number by its indices.
    ///
    /// @throws ShapeException if there is not one index for each dimension, or one lies outside
    public float get(int... indices) {
        if (indices.length != shape.rank()) {
            throw new ShapeException("get " + shape, shape.rank() + " indices", indices.length);
        }
        int at = 0;
        for (int d = 0; d < indices.length; d++) {
            if (indices[d] < 0 || indices[d] >= shape.size(d)) {
                throw new ShapeException("get " + shape, "index " + d + " within 0…" + (shape.size(d) - 1), indices[d]);
            }
            at = at * shape.size(d) + indices[d];
        }
        return array[at];
    }

    /// The single number of a tensor that holds just one.
    public float item() {
        if (array.length != 1) {
            throw new ShapeException("item", "a tensor of one number", shape);
        }
        return array[0];
    }

    /// The product **A B** of two matrices.
    ///
    /// @param b (inner, columns), where this is (rows, inner)
    public Tensor matmul(Tensor b) {
        return product("matmul", this, false, b, false);
    }

    /// The product **A Bᵀ** of two matrices.
    ///
    /// @param b (columns, inner), where this is (rows, inner)
    public Tensor matmulT(Tensor b) {
        return product("matmulT", this, false, b, true);
    }

    /// The product **Aᵀ B** of two matrices.
    ///
    /// @param b (inner, columns), where this is (inner, rows)
    public Tensor tMatmul(Tensor b) {
        return product("tMatmul", this, true, b, false);
    }

    /// The product op(A) op(B) of two matrices, borrowed from the running step's [Arena].
    ///
    /// @param where the operation, as its user calls it, for the message of an error
    /// @param transposeA whether A stands transposed in the product
    /// @param transposeB whether B stands transposed in the product
    public static Tensor borrowedProduct(String where, Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        Product product = sizes(where, a, transposeA, b, transposeB);
        return multiply(product, a, b, Arena.tensor(product.rows(), product.columns()));
    }

    /// The affine map f(X Wᵀ + b) of the rows of X, borrowed from the running step's [Arena].
    ///
    /// @param x (rows, in)
    /// @param w (out, in)
    /// @param bias (1, out)
    public static Tensor borrowedAffine(Tensor x, Tensor w, Tensor bias, Nonlinearity f) {
        Product product = sizes("affine", x, false, w, true);
        Tensor y = Arena.tensor(product.rows(), product.columns());
        WorkCounter.add(product.multiplyAdds());
        Ops.best().matrix().affine(product, x.array, w.array, bias.array, f, y.array);
        return y;
    }

    private static Tensor product(String where, Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        Product product = sizes(where, a, transposeA, b, transposeB);
        return multiply(product, a, b, zeros(product.rows(), product.columns()));
    }

    private static Tensor multiply(Product product, Tensor a, Tensor b, Tensor c) {
        WorkCounter.add(product.multiplyAdds());
        Ops.best().matrix().multiply(product, a.array, b.array, c.array, false);
        return c;
    }

    private static Product sizes(String where, Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        if (a.shape.rank() != 2 || b.shape.rank() != 2) {
            throw new ShapeException(where, "two matrices", a.shape + " and " + b.shape);
        }
        int rows = a.size(transposeA ? 1 : 0);
        int inner = a.size(transposeA ? 0 : 1);
        int columns = b.size(transposeB ? 0 : 1);
        if (b.size(transposeB ? 1 : 0) != inner) {
            String expected = transposeB ? "(…, " + inner + ")" : "(" + inner + ", …)";
            boolean fitsTransposed = !transposeA && b.size(transposeB ? 0 : 1) == inner;
            String mend = fitsTransposed ? "; " + (transposeB ? "matmul" : "matmulT") + " would fit" : "";
            throw new ShapeException(where + " " + a.shape, expected, b.shape + mend);
        }
        return new Product(rows, columns, inner, transposeA, transposeB);
    }

    /// The sum of all numbers.
    public float sum() {
        return Ops.best().reduction().sum(array);
    }

    /// The largest absolute value; 0 if there is no number.
    public float maxAbs() {
        float largest = 0;
        for (float value : array) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// a + b, number by number.
    public Tensor plus(Tensor b) {
        sameShape("plus", b);
        Tensor sum = zeros(shape);
        Ops.best().elementwise().add(array, b.array, sum.array);
        return sum;
    }

    /// a − b, number by number.
    public Tensor minus(Tensor b) {
        sameShape("minus", b);
        Tensor difference = zeros(shape);
        Ops.best().elementwise().subtract(array, b.array, difference.array);
        return difference;
    }

    /// a ⊙ b, number by number.
    public Tensor times(Tensor b) {
        sameShape("times", b);
        Tensor product = zeros(shape);
        Ops.best().elementwise().multiply(array, b.array, product.array);
        return product;
    }

    /// c a, number by number.
    public Tensor times(double c) {
        Tensor product = zeros(shape);
        Ops.best().elementwise().scale((float) c, array, product.array);
        return product;
    }

    /// f(a), number by number.
    public Tensor map(DoubleUnaryOperator f) {
        Tensor mapped = zeros(shape);
        for (int i = 0; i < array.length; i++) {
            mapped.array[i] = (float) f.applyAsDouble(array[i]);
        }
        return mapped;
    }

    private void sameShape(String where, Tensor b) {
        if (!shape.equals(b.shape)) {
            throw new ShapeException(where, shape.toString(), b.shape);
        }
    }

    /// The matrix as one of EJML, for its decompositions and solvers; the numbers are copied.
    ///
    /// @throws ShapeException if this is not a matrix
    public FMatrixRMaj toEjml() {
        if (shape.rank() != 2) {
            throw new ShapeException("toEjml", "a matrix", shape);
        }
        return new FMatrixRMaj(size(0), size(1), true, array.clone());
    }

    /// A matrix of EJML as a tensor (rows, columns); the numbers are copied.
    ///
    /// Not another `of`: the compiler would then ask for EJML wherever a tensor is made.
    public static Tensor fromEjml(FMatrixRMaj matrix) {
        return of(
                Shape.of(matrix.getNumRows(), matrix.getNumCols()),
                Arrays.copyOf(matrix.getData(), matrix.getNumElements()));
    }

    /// A tensor with numbers of its own.
    public Tensor copy() {
        return new Tensor(shape, array.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(array, tensor.array);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(array);
    }

    /// The shape, and the numbers in aligned columns, long dimensions cut.
    @Override
    public String toString() {
        return TensorText.of(this);
    }
}
