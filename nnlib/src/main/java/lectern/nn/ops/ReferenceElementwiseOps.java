package lectern.nn.ops;

/// The functions of [Elementary], one number after the other.
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
}
