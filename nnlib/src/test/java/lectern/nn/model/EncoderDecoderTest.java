package lectern.nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.attention.AdditiveAttention;
import lectern.nn.attention.DotAttention;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderDecoderTest {

    private static final int START = 0;
    private static final int END = 1;
    private static final int LENGTH = 4;

    private final RandomGenerator random = SeededRandom.of(2);

    @TempDir
    private Path folder;

    /// Words of the letters 2…5, and the same turned round.
    private Examples turnedRound(int count) {
        Tensor inputs = Tensor.zeros(count, 2 * LENGTH + 1);
        Tensor targets = Tensor.zeros(count, LENGTH + 1);
        for (int n = 0; n < count; n++) {
            int row = n * (2 * LENGTH + 1);
            inputs.array()[row + LENGTH] = START;
            targets.array()[n * (LENGTH + 1) + LENGTH] = END;
            for (int t = 0; t < LENGTH; t++) {
                int letter = 2 + random.nextInt(4);
                inputs.array()[row + t] = letter;
                inputs.array()[row + 2 * LENGTH - t] = letter;
                targets.array()[n * (LENGTH + 1) + LENGTH - 1 - t] = letter;
            }
        }
        return new Examples(inputs, targets);
    }

    private static Tensor sources(Examples examples) {
        Tensor sources = Tensor.zeros(examples.count(), LENGTH);
        for (int n = 0; n < examples.count(); n++) {
            System.arraycopy(examples.inputs().array(), n * (2 * LENGTH + 1), sources.array(), n * LENGTH, LENGTH);
        }
        return sources;
    }

    @Test
    void gradientsMatchFiniteDifferences() {
        EncoderDecoder model = EncoderDecoder.of(LENGTH, 6, 6, 3, random);
        Var x = Var.constant(turnedRound(2).inputs());
        // Some gradients are small beside the logits, so rounding rules: the error found halves as the step doubles.
        double step = 4 * GradientCheck.STEP;
        for (EncoderDecoder each : List.of(
                model, model.attention(new DotAttention()), model.attention(AdditiveAttention.of(3, 3, 2, random)))) {
            GradientCheck check = GradientCheck.of(() -> each.apply(x), each.parameters(), step, random);
            assertTrue(check.passed(), check::toString);
        }
    }

    @Test
    void itLearnsToTurnWordsRound() {
        EncoderDecoder model = EncoderDecoder.of(LENGTH, 6, 6, 24, random);
        NN.train(model, turnedRound(400))
                .loss(model::loss)
                .optimizer(NN.adam(0.01))
                .batchSize(40)
                .epochs(20)
                .seed(1)
                .run();
        Examples others = turnedRound(50);
        int[][] written = model.decode(sources(others), START, END, LENGTH + 3);
        int right = 0;
        for (int n = 0; n < 50; n++) {
            int[] wanted = new int[LENGTH];
            for (int t = 0; t < LENGTH; t++) {
                wanted[t] = (int) others.targets().get(n, t);
            }
            right += Arrays.equals(wanted, written[n]) ? 1 : 0;
        }
        assertTrue(right >= 45, "expected 45 of 50 words or more, found " + right);
    }

    /// What is written step by step is what all steps at once find likeliest, given what was written.
    @Test
    void decodingTakesTheLikeliestTokens() {
        EncoderDecoder model = EncoderDecoder.of(2, 5, 7, 6, random);
        Tensor source = Tensor.of(new float[][] {{3, 1}, {0, 4}, {2, 2}});
        int[][] written = model.decode(source, 0, -1, 5);
        for (int n = 0; n < 3; n++) {
            Tensor row = Tensor.zeros(1, 7);
            row.array()[0] = source.get(n, 0);
            row.array()[1] = source.get(n, 1);
            for (int t = 0; t < 4; t++) {
                row.array()[3 + t] = written[n][t];
            }
            Tensor logits = model.apply(Var.constant(row)).value();
            assertArrayEquals(NN.predict(_ -> Var.constant(logits.reshape(5, 7)), Tensor.zeros(5, 1)), written[n]);
        }
        int first = written[0][0];
        assertEquals(0, model.decode(source, 0, first, 5)[0].length);
    }

    @Test
    void weightsTellWhereItLooked() {
        EncoderDecoder model = EncoderDecoder.of(LENGTH, 6, 6, 3, random);
        Tensor weights = model.weights(Var.constant(turnedRound(2).inputs()));
        assertEquals(Shape.of(2, 1, LENGTH + 1, LENGTH), weights.shape());
        assertEquals(2 * (LENGTH + 1), weights.sum(), 1e-5);
    }

    @Test
    void aSavedModelWritesTheSame() {
        Path file = folder.resolve("model.safetensors");
        EncoderDecoder model = EncoderDecoder.of(2, 5, 7, 6, random);
        EncoderDecoder other = EncoderDecoder.of(2, 5, 7, 6, random);
        NN.save(model, file);
        NN.load(other, file);
        assertEquals(
                model.parameters().stream().map(Var::value).toList(),
                other.parameters().stream().map(Var::value).toList());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        EncoderDecoder model = EncoderDecoder.of(4, 5, 7, 6, random);
        refused(
                "EncoderDecoder: expected rows of 4 source tokens and at least one more, found (2, 4)",
                () -> model.apply(Var.constant(Tensor.zeros(2, 4))));
        refused(
                "EncoderDecoder: expected sources (batch, 4), found (2, 3)",
                () -> model.decode(Tensor.zeros(2, 3), 0, 1, 5));
        refused(
                "Embedding: expected whole numbers 0…4, found 5.0 at 1",
                () -> model.decode(Tensor.of(new float[][] {{0, 0, 0, 0}, {5, 0, 0, 0}}), 0, 1, 5));
        refused(
                "EncoderDecoder: expected sources of at least one token, found 0",
                () -> EncoderDecoder.of(0, 5, 7, 6, random));
        refused(
                "EncoderDecoder: expected a read-out of 6 units, found 3",
                () -> new EncoderDecoder(
                        4,
                        model.sourceEmbedding(),
                        model.encoder(),
                        model.targetEmbedding(),
                        model.decoder(),
                        model.attention(),
                        model.fromContext(),
                        model.fromHidden(),
                        Dense.of(3, 7, random)));
        assertThrows(ShapeException.class, () -> EncoderDecoder.of(4, 0, 7, 6, random));
    }

    private static void refused(String message, Runnable work) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }
}
