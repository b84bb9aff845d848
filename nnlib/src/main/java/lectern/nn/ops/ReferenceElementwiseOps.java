package lectern.nn.ops;

/// The definitions: the functions of [Elementary] and arithmetic, one number after the other.
final class ReferenceElementwiseOps implements ElementwiseOps {

    @Override
    public void exp(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Elementary.exp(x[i]);
        }
    }

    @Override
    public void log(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Elementary.log(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public void softplus(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Elementary.softplus(x[i]);
        }
    }

    @Override
    public void erf(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Elementary.erf(x[i]);
        }
    }

    @Override
    public void relu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] <= 0 ? 0 : x[i];
        }
    }

    @Override
    public void leakyRelu(float slope, float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] > 0 ? x[i] : slope * x[i];
        }
    }

    @Override
    public void scale(float c, float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = c * x[i];
        }
    }

    @Override
    public void addScaled(float[] a, float c, float[] b, float[] y) {
        for (int i = 0; i < a.length; i++) {
            y[i] = Math.fma(c, b[i], a[i]);
        }
    }

    @Override
    public void addRow(float[] x, float[] row, float[] y) {
        for (int start = 0; start < x.length; start += row.length) {
            for (int j = 0; j < row.length; j++) {
                y[start + j] = x[start + j] + row[j];
            }
        }
    }

    @Override
    public void add(float[] a, float[] b, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] + b[i];
        }
    }

    @Override
    public void subtract(float[] a, float[] b, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] - b[i];
        }
    }

    @Override
    public void multiply(float[] a, float[] b, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] * b[i];
        }
    }

    @Override
    public void reluPullback(float[] y, float[] dy, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
        }
    }

    @Override
    public void tanhPullback(float[] y, float[] dy, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * (1 - y[i] * y[i]);
        }
    }

    @Override
    public void sigmoidPullback(float[] y, float[] dy, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * (y[i] * (1 - y[i]));
        }
    }

    @Override
    public void softplusPullback(float[] x, float[] dy, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public void leakyReluPullback(float slope, float[] x, float[] dy, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = x[i] > 0 ? dy[i] : slope * dy[i];
        }
    }
}
