package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import lectern.nn.ops.RecurrentOps.Sequences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorRecurrentOpsTest {

    private final RecurrentOps reference = new ReferenceRecurrentOps();
    private final RecurrentOps vector = new VectorRecurrentOps();

    @ParameterizedTest
    @CsvSource({
        "0, 2, 3, 1",
        "1, 1, 1, 1",
        "3, 2, 5, 1",
        "2, 13, 16, 1",
        "4, 9, 33, 1",
        "3, 8, 70, 1",
        "3, 7, 64, 2",
        "2, 30, 100, 3"
    })
    void agreesWithTheReferenceToTheLastBit(int time, int batch, int units, int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            agrees(new Sequences(time, batch, units));
        } finally {
            Workers.useThreads(before);
        }
    }

    private void agrees(Sequences sequences) {
        RandomGenerator random = Bits.random();
        int slab = sequences.batch() * sequences.hidden();
        int all = sequences.time() * slab;
        float[] weight = numbers(4 * sequences.hidden() * sequences.hidden(), random);
        float[] dy = numbers(all, random);
        float[] gates = numbers(4 * all, random);
        float[] hidden = numbers(all + slab, random);
        float[] cells = numbers(all + slab, random);
        float[] dCell = numbers(slab, random);
        float[][] expected =
                pass(reference, sequences, weight, dy, gates.clone(), hidden.clone(), cells.clone(), dCell.clone());
        float[][] found = pass(vector, sequences, weight, dy, gates, hidden, cells, dCell);
        String[] names = {"gates", "hidden", "cells", "squashed", "dz", "dHidden", "dCell"};
        for (int i = 0; i < names.length; i++) {
            assertSameBits(expected[i], found[i], names[i] + " of " + sequences);
        }
    }

    private static float[][] pass(
            RecurrentOps ops,
            Sequences sequences,
            float[] weight,
            float[] dy,
            float[] gates,
            float[] hidden,
            float[] cells,
            float[] dCell) {
        float[] squashed = new float[dy.length];
        float[] dz = new float[gates.length];
        float[] dHidden = new float[dCell.length];
        ops.lstm(sequences, gates, weight, hidden, cells, squashed);
        ops.lstmPullback(sequences, gates, weight, cells, squashed, dy, dz, dHidden, dCell);
        return new float[][] {gates, hidden, cells, squashed, dz, dHidden, dCell};
    }
}
