package lectern.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CharRnnTest {

    private final RandomGenerator random = SeededRandom.of(8);

    private CharRnn withEmbedding() {
        return new CharRnn(
                Var.of(Tensor.normal(Shape.of(5, 3), 0.5, random)), Gru.of(3, 4, random), Dense.of(4, 5, random));
    }

    @Test
    void gradientsMatchFiniteDifferences() {
        CharRnn model = withEmbedding();
        Tensor ids = Tensor.of(0, 4, 4, 2, 1, 0).reshape(3, 2);
        assertEquals(Shape.of(3, 2, 5), model.apply(Var.constant(ids)).shape());
        GradientCheck check =
                GradientCheck.of(() -> model.apply(Var.constant(ids)), model.parameters(), GradientCheck.STEP, random);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void whatItHasLearnedItWrites() {
        int[] text = {0, 1, 2, 2, 0, 1, 2, 2, 0, 1, 2, 2, 0};
        CharRnn model = NN.charRnn(3, 12, random);
        assertEquals(3 + 2, model.parameters().size());
        Optimizer.Steps steps = NN.adam(0.02).over(model.parameters());
        Tensor ids = Tensor.zeros(12, 1);
        Tensor next = Tensor.zeros(12);
        for (int t = 0; t < 12; t++) {
            ids.array()[t] = text[t];
            next.array()[t] = text[t + 1];
        }
        for (int step = 0; step < 150; step++) {
            model.parameters().forEach(Var::clearGradient);
            Var logits = model.apply(Var.constant(ids)).reshape(12, 3);
            NN.crossEntropy().apply(logits, next).backward();
            steps.step();
        }
        assertArrayEquals(new int[] {2, 2, 0, 1, 2, 2, 0, 1}, model.sample(new int[] {0, 1}, 8, 0.1, random));
        // So hot that all are as likely.
        int[] counts = new int[3];
        Arrays.stream(model.sample(new int[] {0}, 600, 1e6, random)).forEach(c -> counts[c]++);
        assertTrue(Arrays.stream(counts).allMatch(count -> count > 150), () -> Arrays.toString(counts));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        CharRnn model = withEmbedding();
        assertEquals(
                "Embedding: expected whole numbers 0…4, found 5.0 at 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.apply(Var.constant(Tensor.of(0, 5).reshape(2, 1))))
                        .getMessage());
        assertEquals(
                "sample: expected a temperature above 0, found 0.0",
                assertThrows(IllegalArgumentException.class, () -> model.sample(new int[] {0}, 1, 0, random))
                        .getMessage());
        assertEquals(
                "sample: expected a beginning of at least one character, found none",
                assertThrows(IllegalArgumentException.class, () -> model.sample(new int[0], 1, 1, random))
                        .getMessage());
        assertEquals(
                "CharRnn: expected a read-out of 5 logits, found 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CharRnn(
                                        model.embedding(),
                                        new Stacked(List.of(model.recurrent())),
                                        Dense.of(4, 4, random)))
                        .getMessage());
    }
}
