package lectern.nn.ops;

/// The matrix product as its formula says it.
final class ReferenceMatrixOps implements MatrixOps {

    @Override
    public void multiply(Product product, float[] a, float[] b, float[] c, boolean accumulate) {
        int rows = product.rows();
        int columns = product.columns();
        int inner = product.inner();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float sum = accumulate ? c[i * columns + j] : 0;
                for (int k = 0; k < inner; k++) {
                    float left = product.transposeA() ? a[k * rows + i] : a[i * inner + k];
                    float right = product.transposeB() ? b[j * inner + k] : b[k * columns + j];
                    sum = Math.fma(left, right, sum);
                }
                c[i * columns + j] = sum;
            }
        }
    }

    @Override
    public void affine(Product product, float[] x, float[] w, float[] bias, Nonlinearity nonlinearity, float[] y) {
        multiply(product, x, w, y, false);
        finish(product, bias, nonlinearity, y);
    }

    /// What follows the product in [#affine].
    static void finish(Product product, float[] bias, Nonlinearity nonlinearity, float[] y) {
        for (int i = 0; i < product.rows(); i++) {
            for (int j = 0; j < product.columns(); j++) {
                float z = y[i * product.columns() + j] + bias[j];
                y[i * product.columns() + j] = switch (nonlinearity) {
                    case IDENTITY -> z;
                    case RELU -> Math.max(z, 0);
                    case TANH -> Elementary.tanh(z);
                    case SIGMOID -> Elementary.sigmoid(z);
                };
            }
        }
    }
}
