package lectern.nn.energy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import lectern.nn.ops.LinearAlgebra;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A Hopfield network: units of ±1 that follow the sign of their field, **sᵢ ← sign(Σⱼ wᵢⱼ sⱼ)**, downhill in
/// the energy **E(s) = −½ sᵀ W s**.
///
/// A field of zero leaves its unit as it is; one within the rounding of the weights, 2⁻²³ Σⱼ |wᵢⱼ|, counts as
/// zero. One unit after the other, with symmetric weights and none on the diagonal below zero, the energy never
/// rises; all units at once may alternate between two states.
///
/// Source: J. Hopfield, *Neural networks and physical systems with emergent collective computational abilities*
/// (1982).
///
/// @param weight W, (units, units)
public record Hopfield(Tensor weight) {

    /// @throws ShapeException if W is not square
    public Hopfield {
        if (weight.shape().rank() != 2 || weight.size(0) != weight.size(1)) {
            throw new ShapeException("Hopfield", "weight (units, units)", weight.shape());
        }
    }

    /// Hebb's rule, **W = 1/N Σ x xᵀ** over the patterns, N the number of units, with a diagonal of zeros.
    ///
    /// @param patterns (count, units), each number 1 or −1
    /// @throws IllegalArgumentException if there is none, or another number
    public static Hopfield hebb(Tensor patterns) {
        checkPatterns("hebb", patterns);
        int units = patterns.size(1);
        // Whole numbers, exact as long as there are fewer than 2²⁴ patterns.
        Tensor weight = patterns.tMatmul(patterns).map(sum -> sum / units);
        for (int i = 0; i < units; i++) {
            weight.array()[i * units + i] = 0;
        }
        return new Hopfield(weight);
    }

    /// The projection onto the patterns, **W = X⁺ X** with a pattern in each row of X: each is a fixed point, W
    /// x = x, and the diagonal is kept.
    ///
    /// Source: L. Personnaz, I. Guyon and G. Dreyfus, *Information storage and retrieval in spin-glass like
    /// neural networks* (1985).
    ///
    /// @param patterns (count, units), each number 1 or −1
    /// @throws IllegalArgumentException if there is none, or another number
    public static Hopfield pseudoInverse(Tensor patterns) {
        checkPatterns("pseudoInverse", patterns);
        int count = patterns.size(0);
        int units = patterns.size(1);
        double[] x = new double[patterns.count()];
        Arrays.setAll(x, i -> patterns.array()[i]);
        double[] inverse = LinearAlgebra.pseudoInverse(count, units, x);
        Tensor weight = Tensor.zeros(units, units);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                double sum = 0;
                for (int p = 0; p < count; p++) {
                    sum += inverse[i * count + p] * x[p * units + j];
                }
                weight.array()[i * units + j] = (float) sum;
            }
        }
        return new Hopfield(weight);
    }

    /// The fields **S Wᵀ**, (batch, units).
    ///
    /// @param states (batch, units)
    /// @throws ShapeException if they have another shape
    public Tensor fields(Tensor states) {
        checkStates("fields", states);
        return states.matmulT(weight);
    }

    /// The energy E of each state, (batch).
    ///
    /// @param states (batch, units)
    /// @throws ShapeException if they have another shape
    public Tensor energy(Tensor states) {
        checkStates("energy", states);
        int units = weight.size(0);
        Tensor energies = Tensor.zeros(states.size(0));
        for (int n = 0; n < energies.count(); n++) {
            float[] state = Arrays.copyOfRange(states.array(), n * units, (n + 1) * units);
            energies.array()[n] = (float) new Descent(weight, state).energy();
        }
        return energies;
    }

    /// One update of all units at once, from the fields of the states before it.
    ///
    /// @param states (batch, units)
    /// @return (batch, units)
    /// @throws ShapeException if they have another shape
    public Tensor synchronous(Tensor states) {
        checkStates("synchronous", states);
        int units = weight.size(0);
        Tensor next = Tensor.zeros(states.shape());
        for (int n = 0; n < states.size(0); n++) {
            float[] state = Arrays.copyOfRange(states.array(), n * units, (n + 1) * units);
            new Descent(weight, state).updateAll();
            System.arraycopy(state, 0, next.array(), n * units, units);
        }
        return next;
    }

    /// What was recalled.
    ///
    /// @param state (units), where the recall ended
    /// @param energies (sweeps + 1), the energy before, and after each sweep
    /// @param sweeps how many there were, also counting the last one if that changed nothing
    /// @param settled whether the last sweep changed nothing
    public record Recall(Tensor state, Tensor energies, int sweeps, boolean settled) {}

    /// Asynchronous recall: one unit after the other, in a given order, until a sweep changes nothing.
    ///
    /// @param probe (units), 1 or −1
    /// @param order the units of a sweep
    /// @param mostSweeps after which it ends in any case
    /// @throws IllegalArgumentException if the probe, the order or the number of sweeps is not such
    public Recall recall(Tensor probe, int[] order, int mostSweeps) {
        for (int unit : order) {
            if (unit < 0 || unit >= weight.size(0)) {
                throw new IllegalArgumentException(
                        "recall: expected units 0…" + (weight.size(0) - 1) + " in the order, found " + unit);
            }
        }
        return recall(probe, mostSweeps, descent -> descent.updateEach(order));
    }

    /// Asynchronous recall, in another random order at each sweep, until one changes nothing.
    ///
    /// @param probe (units), 1 or −1
    /// @param mostSweeps after which it ends in any case
    /// @throws IllegalArgumentException if the probe or the number of sweeps is not such
    public Recall recall(Tensor probe, RandomGenerator random, int mostSweeps) {
        int[] order = new int[weight.size(0)];
        Arrays.setAll(order, i -> i);
        return recall(probe, mostSweeps, descent -> {
            SeededRandom.shuffle(order, random);
            return descent.updateEach(order);
        });
    }

    /// Synchronous recall: all units at once, until nothing changes. A sweep is one update of all.
    ///
    /// @param probe (units), 1 or −1
    /// @param mostSweeps after which it ends in any case, as two states may alternate for ever
    /// @throws IllegalArgumentException if the probe or the number of sweeps is not such
    public Recall recallSynchronously(Tensor probe, int mostSweeps) {
        return recall(probe, mostSweeps, Descent::updateAll);
    }

    private Recall recall(Tensor probe, int mostSweeps, Predicate<Descent> sweep) {
        if (!probe.shape().equals(Shape.of(weight.size(0)))) {
            throw new ShapeException("recall", "a probe (" + weight.size(0) + ")", probe.shape());
        }
        checkSigns("recall", probe);
        if (mostSweeps < 1) {
            throw new IllegalArgumentException("recall: expected mostSweeps of 1 or more, found " + mostSweeps);
        }
        float[] state = probe.array().clone();
        var descent = new Descent(weight, state);
        List<Double> energies = new ArrayList<>(List.of(descent.energy()));
        boolean changed = true;
        while (changed && energies.size() <= mostSweeps) {
            changed = sweep.test(descent);
            energies.add(descent.energy());
        }
        Tensor trace = Tensor.zeros(energies.size());
        for (int k = 0; k < trace.count(); k++) {
            trace.array()[k] = energies.get(k).floatValue();
        }
        return new Recall(Tensor.of(state), trace, energies.size() - 1, !changed);
    }

    /// The overlap **m = x·s / N** of each state with the pattern of the same row, (batch): 1 where they are
    /// equal.
    ///
    /// @param patterns (batch, units)
    /// @param states (batch, units)
    /// @throws ShapeException if the shapes differ, or there is no unit
    public static Tensor overlap(Tensor patterns, Tensor states) {
        if (patterns.shape().rank() != 2 || patterns.size(1) == 0) {
            throw new ShapeException("overlap", "patterns (batch, units)", patterns.shape());
        }
        if (!states.shape().equals(patterns.shape())) {
            throw new ShapeException("overlap", "states " + patterns.shape(), states.shape());
        }
        int units = patterns.size(1);
        Tensor overlaps = Tensor.zeros(patterns.size(0));
        for (int n = 0; n < overlaps.count(); n++) {
            double sum = 0;
            for (int i = n * units; i < (n + 1) * units; i++) {
                sum += patterns.array()[i] * states.array()[i];
            }
            overlaps.array()[n] = (float) (sum / units);
        }
        return overlaps;
    }

    private void checkStates(String where, Tensor states) {
        if (states.shape().rank() != 2 || states.size(1) != weight.size(0)) {
            throw new ShapeException(where, "states (batch, " + weight.size(0) + ")", states.shape());
        }
    }

    private static void checkPatterns(String where, Tensor patterns) {
        if (patterns.shape().rank() != 2 || patterns.count() == 0) {
            throw new ShapeException(where, "patterns (count, units)", patterns.shape());
        }
        checkSigns(where, patterns);
    }

    private static void checkSigns(String where, Tensor states) {
        for (int i = 0; i < states.count(); i++) {
            if (Math.abs(states.array()[i]) != 1) {
                throw new IllegalArgumentException(
                        where + ": expected numbers 1 or −1, found " + states.array()[i] + " at " + i);
            }
        }
    }

    @Override
    public String toString() {
        return "hopfield " + weight.size(0);
    }
}
