package lectern.nn.text;

import java.util.Arrays;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What word2vec does with chosen rows of a matrix.
final class Rows {

    private Rows() {}

    /// yₙ = the mean of the rows of w that list n names. Pullback: each of these rows of dw += dyₙ / their
    /// number.
    ///
    /// @param w (rows, width)
    /// @param lists none of them empty
    /// @return (lists, width)
    static Var mean(Var w, int[][] lists) {
        check(w, lists);
        int width = w.shape().size(1);
        float[] from = w.borrow().array();
        Tensor y = Arena.zeros(Shape.of(lists.length, width));
        for (int n = 0; n < lists.length; n++) {
            float share = 1f / lists[n].length;
            for (int row : lists[n]) {
                addScaled(share, from, row * width, y.array(), n * width, width);
            }
        }
        return Var.operation(
                "meanOfRows",
                y,
                dy -> {
                    Tensor dw = Arena.zeros(w.shape());
                    for (int n = 0; n < lists.length; n++) {
                        float share = 1f / lists[n].length;
                        for (int row : lists[n]) {
                            addScaled(share, dy.array(), n * width, dw.array(), row * width, width);
                        }
                    }
                    w.addGradient(dw);
                },
                w);
    }

    /// yₙⱼ = hₙ · the row of w that place j of list n names. Pullback: dhₙ += Σⱼ dyₙⱼ times these rows, each of
    /// these rows of dw += dyₙⱼ hₙ.
    ///
    /// @param h (lists, width)
    /// @param w (rows, width)
    /// @param lists all equally long
    /// @return (lists, length)
    static Var dot(Var h, Var w, int[][] lists) {
        check(w, lists);
        int width = w.shape().size(1);
        int length = lists.length == 0 ? 0 : lists[0].length;
        if (!h.shape().equals(Shape.of(lists.length, width))
                || Arrays.stream(lists).anyMatch(list -> list.length != length)) {
            throw new ShapeException(
                    "scores", lists.length + " vectors of " + width + " and as many lists equally long", h.shape());
        }
        Tensor y = Arena.tensor(lists.length, length);
        float[] vectors = h.borrow().array();
        float[] rows = w.borrow().array();
        for (int n = 0; n < lists.length; n++) {
            for (int j = 0; j < length; j++) {
                y.array()[n * length + j] = dot(vectors, n * width, rows, lists[n][j] * width, width);
            }
        }
        return Var.operation("dotRows", y, dy -> dotPullback(h, w, lists, dy.array()), h, w);
    }

    private static void dotPullback(Var h, Var w, int[][] lists, float[] dy) {
        int width = w.shape().size(1);
        Tensor dh = Arena.zeros(h.shape());
        Tensor dw = Arena.zeros(w.shape());
        float[] vectors = h.borrow().array();
        float[] rows = w.borrow().array();
        int at = 0;
        for (int n = 0; n < lists.length; n++) {
            for (int row : lists[n]) {
                addScaled(dy[at], rows, row * width, dh.array(), n * width, width);
                addScaled(dy[at], vectors, n * width, dw.array(), row * width, width);
                at++;
            }
        }
        if (h.isTracked()) {
            h.addGradient(dh);
        }
        if (w.isTracked()) {
            w.addGradient(dw);
        }
    }

    private static void addScaled(float c, float[] x, int fromX, float[] y, int fromY, int width) {
        for (int i = 0; i < width; i++) {
            y[fromY + i] += c * x[fromX + i];
        }
    }

    private static float dot(float[] a, int fromA, float[] b, int fromB, int width) {
        float sum = 0;
        for (int i = 0; i < width; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    private static void check(Var w, int[][] lists) {
        int count = w.shape().size(0);
        for (int n = 0; n < lists.length; n++) {
            if (lists[n].length == 0) {
                throw new ShapeException("word2vec", "at least one word in list " + n, "none");
            }
            for (int row : lists[n]) {
                if (row < 0 || row >= count) {
                    throw new ShapeException("word2vec", "words 0…" + (count - 1) + " in list " + n, row);
                }
            }
        }
    }
}
