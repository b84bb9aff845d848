package lectern.nn.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MultiHeadAttentionTest {

    private final RandomGenerator random = SeededRandom.of(6);
    private final MultiHeadAttention layer = MultiHeadAttention.of(6, 2, random);

    private Var normal(int... sizes) {
        return Var.of(Tensor.normal(Shape.of(sizes), 0.7, random));
    }

    private void check(Supplier<Var> output, Var... inputs) {
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.addAll(List.of(inputs));
        GradientCheck check = GradientCheck.of(output, variables, GradientCheck.STEP, random);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void gradientsMatchFiniteDifferences() {
        Var x = normal(2, 4, 6);
        check(() -> layer.apply(x), x);
        check(() -> layer.causal().apply(x), x);
        Tensor hidden = Tensor.of(0, 0, 1, 0, 0, 1, 1, 0).reshape(2, 4);
        check(() -> layer.apply(x, hidden), x);
        Var memory = normal(2, 3, 6);
        check(() -> layer.apply(x, memory), x, memory);
    }

    @Test
    void attendingToItselfIsAttendingToTheSameMemory() {
        Var x = normal(2, 4, 6);
        assertEquals(layer.apply(x).value(), layer.apply(x, x).value());
    }

    @Test
    void weightsSumToOneAndHideTheFuture() {
        Tensor weights = layer.causal().weights(normal(2, 5, 6));
        assertEquals(Shape.of(2, 2, 5, 5), weights.shape());
        for (int row = 0; row < 20; row++) {
            float sum = 0;
            for (int j = 0; j < 5; j++) {
                float weight = weights.array()[row * 5 + j];
                sum += weight;
                assertTrue(j <= row % 5 ? weight > 0 : weight == 0);
            }
            assertEquals(1, sum, 1e-6);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "MultiHeadAttention: expected inputs (batch, time, 6), found (2, 4, 5)",
                assertThrows(ShapeException.class, () -> layer.apply(normal(2, 4, 5)))
                        .getMessage());
        assertEquals(
                "MultiHeadAttention: expected heads that divide the model of 6, found 4",
                assertThrows(ShapeException.class, () -> MultiHeadAttention.of(6, 4, random))
                        .getMessage());
    }
}
