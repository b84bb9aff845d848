package lectern.nn.recurrent;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Which time steps of the sequences of a batch are there. Where one is not, the state stays as it is and the
/// output is 0.
public final class Mask {

    private final int batch;
    /// For each time step the examples that go on.
    private final BitSet[] active;

    private Mask(int batch, BitSet[] active) {
        this.batch = batch;
        this.active = active;
    }

    /// All time steps of all sequences.
    public static Mask all(int time, int batch) {
        return ofLengths(time, IntStream.generate(() -> time).limit(batch).toArray());
    }

    /// The first time steps of each sequence, as many as it is long.
    ///
    /// @param time the time steps of the batch
    /// @param lengths for each example 0…time
    /// @throws IllegalArgumentException if a length is not within 0…time
    public static Mask ofLengths(int time, int... lengths) {
        BitSet[] active = IntStream.range(0, time)
                .mapToObj(_ -> new BitSet(lengths.length))
                .toArray(BitSet[]::new);
        for (int n = 0; n < lengths.length; n++) {
            if (lengths[n] < 0 || lengths[n] > time) {
                throw new IllegalArgumentException(
                        "Mask: expected lengths 0…" + time + ", found " + lengths[n] + " at example " + n);
            }
            for (int t = 0; t < lengths[n]; t++) {
                active[t].set(n);
            }
        }
        return new Mask(lengths.length, active);
    }

    /// The time steps of the batch.
    public int time() {
        return active.length;
    }

    /// The examples of the batch.
    public int batch() {
        return batch;
    }

    /// Whether an example has a time step t, counted from 0.
    public boolean isActive(int t, int example) {
        return active[t].get(example);
    }

    /// Whether all examples have a time step t.
    boolean isFull(int t) {
        return active[t].cardinality() == batch;
    }

    /// The last time step first.
    Mask reversed() {
        int time = active.length;
        return new Mask(
                batch,
                IntStream.range(0, time).mapToObj(t -> active[time - 1 - t]).toArray(BitSet[]::new));
    }

    /// The time steps from `from` up to but without `to`.
    Mask slice(int from, int to) {
        return new Mask(batch, Arrays.copyOfRange(active, from, to));
    }

    /// The state after time step t: the new one for those who go on, the old one for the others.
    State choose(int t, State after, State before) {
        return new State(IntStream.range(0, after.parts().size())
                .mapToObj(i -> choose(t, after.parts().get(i), before.parts().get(i)))
                .toList());
    }

    private Var choose(int t, Var after, Var before) {
        Tensor y = Arena.tensor(after.shape());
        copyRows(t, true, after.borrow(), y);
        copyRows(t, false, before.borrow(), y);
        return Var.operation(
                "mask",
                y,
                dy -> {
                    give(after, t, true, dy);
                    give(before, t, false, dy);
                },
                after,
                before);
    }

    /// The output of time step t: 0 for those who do not go on.
    Var zeroElsewhere(int t, Var output) {
        Tensor y = Arena.zeros(output.shape());
        copyRows(t, true, output.borrow(), y);
        return Var.operation("mask", y, dy -> give(output, t, true, dy), output);
    }

    private void give(Var to, int t, boolean going, Tensor dy) {
        if (to.isTracked()) {
            Tensor dx = Arena.zeros(to.shape());
            copyRows(t, going, dy, dx);
            to.addGradient(dx);
        }
    }

    private void copyRows(int t, boolean going, Tensor from, Tensor to) {
        int width = batch == 0 ? 0 : from.count() / batch;
        for (int n = 0; n < batch; n++) {
            if (isActive(t, n) == going) {
                System.arraycopy(from.array(), n * width, to.array(), n * width, width);
            }
        }
    }

    /// @throws ShapeException if this is not the mask of such sequences
    void check(String where, Shape x) {
        if (time() != x.size(0) || batch != x.size(1)) {
            throw new ShapeException(
                    where,
                    "a mask of " + x.size(0) + " time steps and " + x.size(1) + " examples",
                    time() + " and " + batch);
        }
    }
}
