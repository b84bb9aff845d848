package lectern.nn.ops;

import java.util.Arrays;
import java.util.function.IntConsumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Pooling with the maps shared by the threads. Windows of two by two, side by side, run over lanes: a vector
/// of them is sorted into its four corners.
final class VectorPoolingOps implements PoolingOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Numbers of x that a task takes at least.
    private static final int TASK = 1 << 15;

    /// The even lanes in the lower half, and again in the upper half.
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(SPECIES, lane -> (2 * lane) % LANES);

    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(SPECIES, lane -> (2 * lane + 1) % LANES);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(SPECIES, -1L << (LANES / 2));
    /// Each lane of the lower half twice, and of the upper half.
    private static final VectorShuffle<Float> FIRST_TWICE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);

    private static final VectorShuffle<Float> SECOND_TWICE =
            VectorShuffle.fromOp(SPECIES, lane -> LANES / 2 + lane / 2);
    private static final FloatVector COUNTED = FloatVector.zero(SPECIES).addIndex(1);
    private static final FloatVector TWICE = FloatVector.zero(SPECIES).addIndex(2);

    @Override
    public void max(Pooling s, float[] x, float[] y, float[] chosen) {
        boolean sideBySide = isSideBySide(s);
        overMaps(s, map -> {
            if (sideBySide) {
                for (int j = 0; j < s.outWidth(); j += LANES) {
                    maxOfFour(s, x, map * s.size(), y, chosen, map * s.outSize(), j);
                }
            } else {
                ReferencePoolingOps.max(s, map, x, y, chosen);
            }
        });
    }

    @Override
    public void maxPullback(Pooling s, float[] dy, float[] chosen, float[] dx) {
        boolean sideBySide = isSideBySide(s);
        overMaps(s, map -> {
            if (sideBySide) {
                if (s.height() % 2 + s.width() % 2 > 0) {
                    Arrays.fill(dx, map * s.size(), (map + 1) * s.size(), 0);
                }
                for (int j = 0; j < s.outWidth(); j += LANES) {
                    spread(s, dy, chosen, map * s.outSize(), dx, map * s.size(), j);
                }
            } else {
                ReferencePoolingOps.maxPullback(s, map, dy, chosen, dx);
            }
        });
    }

    /// Whether the windows are two by two and side by side.
    private static boolean isSideBySide(Pooling s) {
        return s.windowHeight() == 2
                && s.windowWidth() == 2
                && s.vertical().equals(s.horizontal())
                && s.vertical().stride() == 2
                && s.vertical().padding() == 0;
    }

    @Override
    public void average(Pooling s, boolean countPadding, float[] x, float[] y) {
        boolean sideBySide = isSideBySide(s);
        overMaps(s, map -> {
            if (sideBySide) {
                for (int j = 0; j < s.outWidth(); j += LANES) {
                    meanOfFour(s, x, map * s.size(), y, map * s.outSize(), j);
                }
            } else {
                ReferencePoolingOps.average(s, countPadding, map, x, y);
            }
        });
    }

    @Override
    public void averagePullback(Pooling s, boolean countPadding, float[] dy, float[] dx) {
        boolean sideBySide = isSideBySide(s);
        overMaps(s, map -> {
            if (sideBySide) {
                if (s.height() % 2 + s.width() % 2 > 0) {
                    Arrays.fill(dx, map * s.size(), (map + 1) * s.size(), 0);
                }
                for (int j = 0; j < s.outWidth(); j += LANES) {
                    shareOut(s, dy, map * s.outSize(), dx, map * s.size(), j);
                }
            } else {
                ReferencePoolingOps.averagePullback(s, countPadding, map, dy, dx);
            }
        });
    }

    private static void overMaps(Pooling s, IntConsumer task) {
        int part = Math.max(1, TASK / Math.max(1, s.size()));
        Workers.run((s.maps() + part - 1) / part, p -> {
            for (int map = p * part; map < Math.min((p + 1) * part, s.maps()); map++) {
                task.accept(map);
            }
        });
    }

    /// A column of windows, a vector wide.
    ///
    /// @param map where the map begins in x
    /// @param out where it begins in y
    /// @param j the first window in a row
    private static void maxOfFour(Pooling s, float[] x, int map, float[] y, float[] chosen, int out, int j) {
        int width = s.width();
        int left = Math.min(s.outWidth() - j, LANES);
        VectorMask<Float> low = SPECIES.indexInRange(0, 2 * left);
        VectorMask<Float> high = SPECIES.indexInRange(0, Math.max(0, 2 * left - LANES));
        VectorMask<Float> some = SPECIES.indexInRange(0, left);
        for (int i = 0; i < s.outHeight(); i++) {
            int from = 2 * i * width + 2 * j;
            int at = map + from;
            FloatVector a = FloatVector.fromArray(SPECIES, x, at, low);
            FloatVector b = FloatVector.fromArray(SPECIES, x, at + LANES, high);
            FloatVector c = FloatVector.fromArray(SPECIES, x, at + width, low);
            FloatVector d = FloatVector.fromArray(SPECIES, x, at + width + LANES, high);
            FloatVector best = a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER);
            FloatVector index = TWICE.add(from);
            FloatVector first = index;
            FloatVector next = a.rearrange(ODD).blend(b.rearrange(ODD), UPPER);
            VectorMask<Float> better =
                    next.compare(VectorOperators.GT, best).or(next.compare(VectorOperators.NE, next));
            best = best.blend(next, better);
            index = index.blend(first.add(1), better);
            next = c.rearrange(EVEN).blend(d.rearrange(EVEN), UPPER);
            better = next.compare(VectorOperators.GT, best).or(next.compare(VectorOperators.NE, next));
            best = best.blend(next, better);
            index = index.blend(first.add(width), better);
            next = c.rearrange(ODD).blend(d.rearrange(ODD), UPPER);
            better = next.compare(VectorOperators.GT, best).or(next.compare(VectorOperators.NE, next));
            best = best.blend(next, better);
            index = index.blend(first.add(width + 1), better);
            int to = out + i * s.outWidth() + j;
            best.intoArray(y, to, some);
            index.intoArray(chosen, to, some);
        }
    }

    /// The way back through a column of windows, a vector wide: each of their pixels is set.
    private static void spread(Pooling s, float[] dy, float[] chosen, int out, float[] dx, int map, int j) {
        int width = s.width();
        int left = Math.min(s.outWidth() - j, LANES);
        VectorMask<Float> low = SPECIES.indexInRange(0, 2 * left);
        VectorMask<Float> high = SPECIES.indexInRange(0, Math.max(0, 2 * left - LANES));
        VectorMask<Float> some = SPECIES.indexInRange(0, left);
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < s.outHeight(); i++) {
            int from = out + i * s.outWidth() + j;
            // A sum that begins at 0 and gets a −0 is 0.
            FloatVector part = FloatVector.fromArray(SPECIES, dy, from, some).add(0);
            FloatVector taken = FloatVector.fromArray(SPECIES, chosen, from, some);
            FloatVector first = part.rearrange(FIRST_TWICE);
            FloatVector second = part.rearrange(SECOND_TWICE);
            FloatVector ofFirst = taken.rearrange(FIRST_TWICE);
            FloatVector ofSecond = taken.rearrange(SECOND_TWICE);
            int at = 2 * i * width + 2 * j;
            FloatVector place = COUNTED.add(at);
            int to = map + at;
            zero.blend(first, ofFirst.compare(VectorOperators.EQ, place)).intoArray(dx, to, low);
            zero.blend(second, ofSecond.compare(VectorOperators.EQ, place.add(LANES)))
                    .intoArray(dx, to + LANES, high);
            place = place.add(width);
            zero.blend(first, ofFirst.compare(VectorOperators.EQ, place)).intoArray(dx, to + width, low);
            zero.blend(second, ofSecond.compare(VectorOperators.EQ, place.add(LANES)))
                    .intoArray(dx, to + width + LANES, high);
        }
    }

    /// A column of windows, a vector wide: each adds its numbers in the order of reading.
    private static void meanOfFour(Pooling s, float[] x, int map, float[] y, int out, int j) {
        int width = s.width();
        int left = Math.min(s.outWidth() - j, LANES);
        VectorMask<Float> low = SPECIES.indexInRange(0, 2 * left);
        VectorMask<Float> high = SPECIES.indexInRange(0, Math.max(0, 2 * left - LANES));
        VectorMask<Float> some = SPECIES.indexInRange(0, left);
        for (int i = 0; i < s.outHeight(); i++) {
            int at = map + 2 * i * width + 2 * j;
            FloatVector a = FloatVector.fromArray(SPECIES, x, at, low);
            FloatVector b = FloatVector.fromArray(SPECIES, x, at + LANES, high);
            FloatVector c = FloatVector.fromArray(SPECIES, x, at + width, low);
            FloatVector d = FloatVector.fromArray(SPECIES, x, at + width + LANES, high);
            a.rearrange(EVEN)
                    .blend(b.rearrange(EVEN), UPPER)
                    .add(0)
                    .add(a.rearrange(ODD).blend(b.rearrange(ODD), UPPER))
                    .add(c.rearrange(EVEN).blend(d.rearrange(EVEN), UPPER))
                    .add(c.rearrange(ODD).blend(d.rearrange(ODD), UPPER))
                    .div(4)
                    .intoArray(y, out + i * s.outWidth() + j, some);
        }
    }

    /// The way back through a column of windows, a vector wide: each pixel gets a quarter.
    private static void shareOut(Pooling s, float[] dy, int out, float[] dx, int map, int j) {
        int width = s.width();
        int left = Math.min(s.outWidth() - j, LANES);
        VectorMask<Float> low = SPECIES.indexInRange(0, 2 * left);
        VectorMask<Float> high = SPECIES.indexInRange(0, Math.max(0, 2 * left - LANES));
        VectorMask<Float> some = SPECIES.indexInRange(0, left);
        for (int i = 0; i < s.outHeight(); i++) {
            FloatVector part = FloatVector.fromArray(SPECIES, dy, out + i * s.outWidth() + j, some)
                    .div(4)
                    .add(0);
            FloatVector first = part.rearrange(FIRST_TWICE);
            FloatVector second = part.rearrange(SECOND_TWICE);
            int to = map + 2 * i * width + 2 * j;
            first.intoArray(dx, to, low);
            second.intoArray(dx, to + LANES, high);
            first.intoArray(dx, to + width, low);
            second.intoArray(dx, to + width + LANES, high);
        }
    }
}
