package lectern.nn.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private final Var x = Var.of(Tensor.of(0.3f, -0.7f, 1.1f));

    private GradientCheck check(double factor) {
        return GradientCheck.of(
                () -> Var.derived(
                        x.value().map(Math::sin),
                        dy -> x.addGradient(dy.times(x.value().map(value -> factor * Math.cos(value)))),
                        x),
                List.of(x),
                GradientCheck.STEP,
                SeededRandom.of(5));
    }

    @Test
    void aRightGradientPasses() {
        assertTrue(check(1).passed());
        assertTrue(check(1).toString().startsWith("gradients are right (relative error "));
    }

    @Test
    void aWrongGradientIsFound() {
        GradientCheck wrong = check(1.01);
        assertFalse(wrong.passed());
        assertEquals(0.01, wrong.worst(), 0.002);
        assertTrue(wrong.toString().startsWith("gradients are WRONG (relative error "));
    }

    @Test
    void theVariablesAreLeftAsTheyWere() {
        check(1);
        assertEquals(Tensor.of(0.3f, -0.7f, 1.1f), x.value());
        assertEquals(Tensor.zeros(Shape.of(3)), x.gradient());
    }

    @Test
    void weightPerturbationGivesTheGradient() {
        Tensor weights = Tensor.of(1, 2);
        Tensor gradient =
                NumericalGradient.of(() -> Math.pow(weights.array()[0], 2) * weights.array()[1], weights, 1e-2);
        assertEquals(4, gradient.array()[0], 1e-4);
        assertEquals(1, gradient.array()[1], 1e-4);
    }
}
