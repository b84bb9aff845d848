package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The recurrent layers over lanes.
///
/// The weights are packed once for all time steps, and the gates of a time step are computed while its
/// preactivations are in the cache. The examples of a batch do not know of each other: each thread takes some
/// of them through all time steps, so that the threads meet once in a pass and not at every step.
final class VectorRecurrentOps implements RecurrentOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Multiply-adds below which the threads are not troubled.
    private static final long TASK = 1 << 18;

    /// The weights, packed for all threads; the calling thread's, which waits for the others.
    private static final ThreadLocal<Packed> PACKED = ThreadLocal.withInitial(Packed::new);

    @Override
    public void lstm(Sequences sequences, float[] z, float[] weight, float[] hidden, float[] cells, float[] squashed) {
        int units = sequences.hidden();
        float[] panels = PACKED.get().room(4 * units, units);
        ProductBlock.pack(weight, 0, units, true, 4 * units, units, panels);
        int part = part(sequences);
        Workers.run((sequences.batch() + part - 1) / part, p -> {
            int from = p * part;
            int rows = Math.min(part, sequences.batch() - from);
            ProductBlock product = ProductBlock.ofThread();
            for (int t = 0; t < sequences.time(); t++) {
                int row = t * sequences.batch() + from;
                product.left(hidden, row * units, units, false)
                        .packedRight(panels)
                        .result(z, row * 4 * units, 4 * units)
                        .multiply(rows, 4 * units, units, true);
                for (int r = row; r < row + rows; r++) {
                    forward(z, 4 * r * units, units, cells, r * units, sequences.batch() * units, squashed, hidden);
                }
            }
        });
    }

    @Override
    public void lstmPullback(
            Sequences sequences,
            float[] gates,
            float[] weight,
            float[] cells,
            float[] squashed,
            float[] dy,
            float[] dz,
            float[] dHidden,
            float[] dCell) {
        int units = sequences.hidden();
        float[] panels = PACKED.get().room(units, 4 * units);
        ProductBlock.pack(weight, 0, units, false, units, 4 * units, panels);
        int part = part(sequences);
        Workers.run((sequences.batch() + part - 1) / part, p -> {
            int from = p * part;
            int rows = Math.min(part, sequences.batch() - from);
            Arrays.fill(dHidden, from * units, (from + rows) * units, 0);
            ProductBlock product = ProductBlock.ofThread();
            for (int t = sequences.time() - 1; t >= 0; t--) {
                int row = t * sequences.batch() + from;
                for (int r = 0; r < rows; r++) {
                    int now = (row + r) * units;
                    int state = (from + r) * units;
                    backward(gates, 4 * now, units, cells, now, squashed, dy, dHidden, dCell, state, dz);
                }
                product.left(dz, row * 4 * units, 4 * units, false)
                        .packedRight(panels)
                        .result(dHidden, from * units, units)
                        .multiply(rows, units, 4 * units, false);
            }
        });
    }

    /// How many examples a task takes.
    private static int part(Sequences sequences) {
        long work = 4L * sequences.time() * sequences.batch() * sequences.hidden() * sequences.hidden();
        int parts = Math.clamp(work / TASK, 1, Workers.threads());
        return Math.max(1, (sequences.batch() + parts - 1) / parts);
    }

    /// [LstmGates#forward] for all units of one example.
    ///
    /// In loops of one function each: the compiler does not inline five of them into one loop, and then
    /// boxes vectors, which took four times as long.
    private static void forward(
            float[] z, int at, int units, float[] cells, int before, int slab, float[] squashed, float[] hidden) {
        int whole = SPECIES.loopBound(units);
        for (int gate = 0; gate < 4; gate++) {
            int from = at + gate * units;
            if (gate == 2) {
                VectorElementary.tanh(z, z, 0, z, from, from + whole);
            } else {
                VectorElementary.sigmoid(z, z, 0, z, from, from + whole);
            }
        }
        newCells(z, at, units, cells, before, slab, squashed);
        VectorElementary.tanh(squashed, squashed, 0, squashed, before, before + whole);
        int u = 0;
        for (; u < whole; u += LANES) {
            FloatVector.fromArray(SPECIES, z, at + u + 3 * units)
                    .mul(FloatVector.fromArray(SPECIES, squashed, before + u))
                    .intoArray(hidden, before + u + slab);
        }
        for (; u < units; u++) {
            LstmGates.forward(z, at + u, units, cells, before + u, slab, squashed, hidden);
        }
    }

    /// c = f ⊙ c + i ⊙ g, also to where tanh c is to be.
    private static void newCells(float[] z, int at, int units, float[] cells, int before, int slab, float[] squashed) {
        for (int u = 0; u < SPECIES.loopBound(units); u += LANES) {
            int unit = at + u;
            FloatVector i = FloatVector.fromArray(SPECIES, z, unit);
            FloatVector f = FloatVector.fromArray(SPECIES, z, unit + units);
            FloatVector g = FloatVector.fromArray(SPECIES, z, unit + 2 * units);
            FloatVector c = f.fma(FloatVector.fromArray(SPECIES, cells, before + u), i.mul(g));
            c.intoArray(cells, before + u + slab);
            c.intoArray(squashed, before + u);
        }
    }

    /// [LstmGates#backward] for all units of one example.
    private static void backward(
            float[] gates,
            int at,
            int units,
            float[] cells,
            int now,
            float[] squashed,
            float[] dy,
            float[] dHidden,
            float[] dCell,
            int state,
            float[] dz) {
        int u = 0;
        for (; u < SPECIES.loopBound(units); u += LANES) {
            int unit = at + u;
            FloatVector one = FloatVector.broadcast(SPECIES, 1);
            FloatVector i = FloatVector.fromArray(SPECIES, gates, unit);
            FloatVector f = FloatVector.fromArray(SPECIES, gates, unit + units);
            FloatVector g = FloatVector.fromArray(SPECIES, gates, unit + 2 * units);
            FloatVector o = FloatVector.fromArray(SPECIES, gates, unit + 3 * units);
            FloatVector s = FloatVector.fromArray(SPECIES, squashed, now + u);
            FloatVector dh =
                    FloatVector.fromArray(SPECIES, dy, now + u).add(FloatVector.fromArray(SPECIES, dHidden, state + u));
            FloatVector dc = dh.mul(o).fma(one.sub(s.mul(s)), FloatVector.fromArray(SPECIES, dCell, state + u));
            dc.mul(g).mul(i.mul(one.sub(i))).intoArray(dz, unit);
            dc.mul(FloatVector.fromArray(SPECIES, cells, now + u))
                    .mul(f.mul(one.sub(f)))
                    .intoArray(dz, unit + units);
            dc.mul(i).mul(one.sub(g.mul(g))).intoArray(dz, unit + 2 * units);
            dh.mul(s).mul(o.mul(one.sub(o))).intoArray(dz, unit + 3 * units);
            dc.mul(f).intoArray(dCell, state + u);
        }
        for (; u < units; u++) {
            LstmGates.backward(gates, at + u, units, cells, now + u, squashed, dy, dHidden, dCell, state + u, dz);
        }
    }

    /// Room for packed weights, which grows only.
    private static final class Packed {

        private float[] panels = {};

        float[] room(int columns, int inner) {
            int size = ProductBlock.packedSize(columns, inner);
            if (panels.length < size) {
                panels = new float[size];
            }
            return panels;
        }
    }
}
