package lectern.nn.ops;

import java.util.function.IntConsumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Pooling with the maps shared by the threads. The maximum over windows of two by two, side by side, runs
/// over lanes: a
/// vector of windows is sorted into its four corners.
final class VectorPoolingOps implements PoolingOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Numbers of x that a task takes at least.
    private static final int TASK = 1 << 15;

    /// The even lanes in the lower half, and again in the upper half.
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(SPECIES, lane -> (2 * lane) % LANES);

    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(SPECIES, lane -> (2 * lane + 1) % LANES);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(SPECIES, -1L << (LANES / 2));
    private static final FloatVector TWICE = FloatVector.zero(SPECIES).addIndex(2);

    @Override
    public void max(Pooling s, float[] x, float[] y, float[] chosen) {
        boolean fast = s.windowHeight() == 2
                && s.windowWidth() == 2
                && s.vertical().equals(s.horizontal())
                && s.vertical().stride() == 2
                && s.vertical().padding() == 0;
        overMaps(s, map -> {
            if (fast) {
                for (int i = 0; i < s.outHeight(); i++) {
                    int from = 2 * i * s.width();
                    maxOfFour(
                            x,
                            map * s.size(),
                            from,
                            s.width(),
                            y,
                            chosen,
                            (map * s.outHeight() + i) * s.outWidth(),
                            s.outWidth());
                }
            } else {
                ReferencePoolingOps.max(s, map, x, y, chosen);
            }
        });
    }

    @Override
    public void maxPullback(Pooling s, float[] dy, float[] chosen, float[] dx) {
        overMaps(s, map -> ReferencePoolingOps.maxPullback(s, map, dy, chosen, dx));
    }

    @Override
    public void average(Pooling s, boolean countPadding, float[] x, float[] y) {
        overMaps(s, map -> ReferencePoolingOps.average(s, countPadding, map, x, y));
    }

    @Override
    public void averagePullback(Pooling s, boolean countPadding, float[] dy, float[] dx) {
        overMaps(s, map -> ReferencePoolingOps.averagePullback(s, countPadding, map, dy, dx));
    }

    private static void overMaps(Pooling s, IntConsumer task) {
        int part = Math.max(1, TASK / Math.max(1, s.size()));
        Workers.run((s.maps() + part - 1) / part, p -> {
            for (int map = p * part; map < Math.min((p + 1) * part, s.maps()); map++) {
                task.accept(map);
            }
        });
    }

    /// One row of windows.
    ///
    /// @param map where the map begins in x
    /// @param from where the upper row of the windows begins in the map
    private static void maxOfFour(
            float[] x, int map, int from, int width, float[] y, float[] chosen, int out, int windows) {
        for (int j = 0; j < windows; j += LANES) {
            int left = Math.min(windows - j, LANES);
            VectorMask<Float> low = SPECIES.indexInRange(0, 2 * left);
            VectorMask<Float> high = SPECIES.indexInRange(0, Math.max(0, 2 * left - LANES));
            int at = map + from + 2 * j;
            FloatVector a = FloatVector.fromArray(SPECIES, x, at, low);
            FloatVector b = FloatVector.fromArray(SPECIES, x, at + LANES, high);
            FloatVector c = FloatVector.fromArray(SPECIES, x, at + width, low);
            FloatVector d = FloatVector.fromArray(SPECIES, x, at + width + LANES, high);
            FloatVector best = a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER);
            FloatVector index = TWICE.add(from + 2 * j);
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
            VectorMask<Float> some = SPECIES.indexInRange(0, left);
            best.intoArray(y, out + j, some);
            index.intoArray(chosen, out + j, some);
        }
    }
}
