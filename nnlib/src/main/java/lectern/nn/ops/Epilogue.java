package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What is done to a block of a product while it is in the cache: the bias is added and the nonlinearity
/// applied.
///
/// No method here gives or takes a vector: once the compiler has made code of such a method by itself, larger
/// than it likes to inline, every call goes by way of an object.
final class Epilogue {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private final float[] bias;
    private final Nonlinearity nonlinearity;

    /// @param bias one number for each column
    /// @param nonlinearity applied after it
    Epilogue(float[] bias, Nonlinearity nonlinearity) {
        this.bias = bias;
        this.nonlinearity = nonlinearity;
    }

    /// Some rows of C, in the columns `column…`.
    void apply(float[] c, int stride, int row, int rows, int column, int columns) {
        for (int r = row; r < row + rows; r++) {
            int at = r * stride + column;
            switch (nonlinearity) {
                case IDENTITY -> identity(c, at, bias, column, columns);
                case RELU -> relu(c, at, bias, column, columns);
                case TANH -> tanh(c, at, bias, column, columns);
                case SIGMOID -> sigmoid(c, at, bias, column, columns);
            }
        }
    }

    private static void identity(float[] c, int at, float[] bias, int column, int count) {
        int j = 0;
        for (; j < SPECIES.loopBound(count); j += LANES) {
            FloatVector.fromArray(SPECIES, c, at + j)
                    .add(FloatVector.fromArray(SPECIES, bias, column + j))
                    .intoArray(c, at + j);
        }
        for (; j < count; j++) {
            c[at + j] += bias[column + j];
        }
    }

    private static void relu(float[] c, int at, float[] bias, int column, int count) {
        int j = 0;
        for (; j < SPECIES.loopBound(count); j += LANES) {
            FloatVector.fromArray(SPECIES, c, at + j)
                    .add(FloatVector.fromArray(SPECIES, bias, column + j))
                    .max(0)
                    .intoArray(c, at + j);
        }
        for (; j < count; j++) {
            c[at + j] = Math.max(c[at + j] + bias[column + j], 0);
        }
    }

    private static void tanh(float[] c, int at, float[] bias, int column, int count) {
        identity(c, at, bias, column, count);
        int whole = SPECIES.loopBound(count);
        VectorElementary.tanh(c, c, 0, c, at, at + whole);
        for (int j = at + whole; j < at + count; j++) {
            c[j] = Elementary.tanh(c[j]);
        }
    }

    private static void sigmoid(float[] c, int at, float[] bias, int column, int count) {
        identity(c, at, bias, column, count);
        int whole = SPECIES.loopBound(count);
        VectorElementary.sigmoid(c, c, 0, c, at, at + whole);
        for (int j = at + whole; j < at + count; j++) {
            c[j] = Elementary.sigmoid(c[j]);
        }
    }
}
