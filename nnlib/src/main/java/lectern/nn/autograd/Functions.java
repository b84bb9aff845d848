package lectern.nn.autograd;

import java.util.function.DoubleUnaryOperator;
import lectern.nn.ops.Ops;

/// The elementwise functions of one [Var].
final class Functions {

    /// y = eˣ.
    static final Elementwise EXP = new Elementwise() {
        @Override
        public void values(float[] x, float[] y) {
            Ops.best().elementwise().exp(x, y);
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            Ops.best().elementwise().multiply(dy, y, dx);
        }

        @Override
        public String toString() {
            return "exp";
        }
    };

    /// y = ln x.
    static final Elementwise LOG = new Elementwise() {
        @Override
        public void values(float[] x, float[] y) {
            Ops.best().elementwise().log(x, y);
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = dy[i] / x[i];
            }
        }

        @Override
        public String toString() {
            return "log";
        }
    };

    /// y = √x.
    static final Elementwise SQRT = new Elementwise() {
        @Override
        public void values(float[] x, float[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = (float) Math.sqrt(x[i]);
            }
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = 0.5f * dy[i] / y[i];
            }
        }

        @Override
        public String toString() {
            return "sqrt";
        }
    };

    /// y = |x|.
    static final Elementwise ABS = new Elementwise() {
        @Override
        public void values(float[] x, float[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.abs(x[i]);
            }
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = Math.signum(x[i]) * dy[i];
            }
        }

        @Override
        public String toString() {
            return "abs";
        }
    };

    private Functions() {}

    /// y = x + c.
    record Plus(float c) implements Elementwise {

        @Override
        public void values(float[] x, float[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] + c;
            }
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            System.arraycopy(dy, 0, dx, 0, dx.length);
        }

        @Override
        public String toString() {
            return "+ " + c;
        }
    }

    /// y = x within the bounds, else the nearer bound.
    record Clamp(float min, float max) implements Elementwise {

        @Override
        public void values(float[] x, float[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.clamp(x[i], min, max);
            }
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = x[i] >= min && x[i] <= max ? dy[i] : 0;
            }
        }

        @Override
        public String toString() {
            return "clamp";
        }
    }

    /// y = f(x), each number computed in `double` and rounded once.
    record Mapped(DoubleUnaryOperator f, DoubleUnaryOperator derivative) implements Elementwise {

        @Override
        public void values(float[] x, float[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = (float) f.applyAsDouble(x[i]);
            }
        }

        @Override
        public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = (float) (dy[i] * derivative.applyAsDouble(x[i]));
            }
        }

        @Override
        public String toString() {
            return "map";
        }
    }
}
