package lectern.nn.ops;

import java.util.Arrays;

/// Pooling as its definition says it, map by map.
final class ReferencePoolingOps implements PoolingOps {

    @Override
    public void max(Pooling s, float[] x, float[] y, float[] chosen) {
        for (int map = 0; map < s.maps(); map++) {
            max(s, map, x, y, chosen);
        }
    }

    @Override
    public void maxPullback(Pooling s, float[] dy, float[] chosen, float[] dx) {
        for (int map = 0; map < s.maps(); map++) {
            maxPullback(s, map, dy, chosen, dx);
        }
    }

    @Override
    public void average(Pooling s, boolean countPadding, float[] x, float[] y) {
        for (int map = 0; map < s.maps(); map++) {
            average(s, countPadding, map, x, y);
        }
    }

    @Override
    public void averagePullback(Pooling s, boolean countPadding, float[] dy, float[] dx) {
        for (int map = 0; map < s.maps(); map++) {
            averagePullback(s, countPadding, map, dy, dx);
        }
    }

    static void max(Pooling s, int map, float[] x, float[] y, float[] chosen) {
        int at = map * s.outSize();
        for (int i = 0; i < s.outHeight(); i++) {
            for (int j = 0; j < s.outWidth(); j++, at++) {
                float best = Float.NEGATIVE_INFINITY;
                int taken = -1;
                for (int row = top(s, i); row < bottom(s, i); row++) {
                    for (int column = left(s, j); column < right(s, j); column++) {
                        float value = x[map * s.size() + row * s.width() + column];
                        if (taken < 0 || value > best || Float.isNaN(value)) {
                            best = value;
                            taken = row * s.width() + column;
                        }
                    }
                }
                y[at] = best;
                chosen[at] = taken;
            }
        }
    }

    static void maxPullback(Pooling s, int map, float[] dy, float[] chosen, float[] dx) {
        int from = map * s.size();
        Arrays.fill(dx, from, from + s.size(), 0);
        for (int at = map * s.outSize(); at < (map + 1) * s.outSize(); at++) {
            int taken = (int) chosen[at];
            if (taken >= 0) {
                dx[from + taken] += dy[at];
            }
        }
    }

    static void average(Pooling s, boolean countPadding, int map, float[] x, float[] y) {
        int at = map * s.outSize();
        for (int i = 0; i < s.outHeight(); i++) {
            for (int j = 0; j < s.outWidth(); j++, at++) {
                float sum = 0;
                for (int row = top(s, i); row < bottom(s, i); row++) {
                    for (int column = left(s, j); column < right(s, j); column++) {
                        sum += x[map * s.size() + row * s.width() + column];
                    }
                }
                y[at] = sum / count(s, countPadding, i, j);
            }
        }
    }

    static void averagePullback(Pooling s, boolean countPadding, int map, float[] dy, float[] dx) {
        int from = map * s.size();
        Arrays.fill(dx, from, from + s.size(), 0);
        int at = map * s.outSize();
        for (int i = 0; i < s.outHeight(); i++) {
            for (int j = 0; j < s.outWidth(); j++, at++) {
                float part = dy[at] / count(s, countPadding, i, j);
                for (int row = top(s, i); row < bottom(s, i); row++) {
                    for (int column = left(s, j); column < right(s, j); column++) {
                        dx[from + row * s.width() + column] += part;
                    }
                }
            }
        }
    }

    /// The numbers of a window.
    private static int count(Pooling s, boolean countPadding, int i, int j) {
        return countPadding
                ? s.windowHeight() * s.windowWidth()
                : Math.max(1, (bottom(s, i) - top(s, i)) * (right(s, j) - left(s, j)));
    }

    private static int top(Pooling s, int i) {
        return Math.max(0, i * s.vertical().stride() - s.vertical().padding());
    }

    private static int bottom(Pooling s, int i) {
        return Math.min(s.height(), i * s.vertical().stride() - s.vertical().padding() + s.windowHeight());
    }

    private static int left(Pooling s, int j) {
        return Math.max(0, j * s.horizontal().stride() - s.horizontal().padding());
    }

    private static int right(Pooling s, int j) {
        return Math.min(s.width(), j * s.horizontal().stride() - s.horizontal().padding() + s.windowWidth());
    }
}
