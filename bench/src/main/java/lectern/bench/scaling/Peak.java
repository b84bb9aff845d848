package lectern.bench.scaling;

import jdk.incubator.vector.FloatVector;

/// The most multiply-adds that this processor can do: independent chains of them, that touch no memory.
final class Peak {

    /// Vectors that one pass of the loop multiplies and adds: enough chains to cover the latency of the two
    /// units that the widest cores have, few enough for 16 registers.
    private static final int CHAINS = 10;

    private static final int PASSES = 100_000;
    private static final int ROUNDS = 100;

    private Peak() {}

    /// Multiply-adds a second on one thread, the best of many rounds.
    static double multiplyAddsPerSecond() {
        double best = 0;
        float sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            sum += chains(PASSES);
            long time = System.nanoTime() - start;
            best = Math.max(best, 1e9 * PASSES * CHAINS * FloatVector.SPECIES_PREFERRED.length() / time);
        }
        if (Float.isNaN(sum)) {
            throw new IllegalStateException("peak: expected a number, found NaN");
        }
        return best;
    }

    private static float chains(int passes) {
        var factor = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 0.999f);
        var term = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 0.001f);
        var a = term;
        var b = term;
        var c = term;
        var d = term;
        var e = term;
        var f = term;
        var g = term;
        var h = term;
        var i = term;
        var j = term;
        for (int pass = 0; pass < passes; pass++) {
            a = a.fma(factor, term);
            b = b.fma(factor, term);
            c = c.fma(factor, term);
            d = d.fma(factor, term);
            e = e.fma(factor, term);
            f = f.fma(factor, term);
            g = g.fma(factor, term);
            h = h.fma(factor, term);
            i = i.fma(factor, term);
            j = j.fma(factor, term);
        }
        var sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j);
        return sum.reduceLanes(jdk.incubator.vector.VectorOperators.ADD);
    }
}
