package lectern.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GradientClippingTest {

    private static Var parameter(float... gradient) {
        Var parameter = Var.of(Tensor.zeros(gradient.length));
        parameter.addGradient(Tensor.of(gradient));
        return parameter;
    }

    @Test
    void longGradientsAreShortenedTogether() {
        List<Var> parameters = List.of(parameter(3, 0), parameter(0, -4, 0));
        assertEquals(5, GradientClipping.byNorm(parameters, 1));
        assertEquals(1, GradientClipping.norm(parameters), 1e-6);
        assertArrayEquals(new float[] {0.6f, 0}, parameters.get(0).gradient().array(), 1e-6f);
        assertArrayEquals(
                new float[] {0, -0.8f, 0}, parameters.get(1).gradient().array(), 1e-6f);
    }

    @Test
    void shortGradientsStayAsTheyAre() {
        List<Var> parameters = List.of(parameter(3, 0, 4));
        Tensor before = parameters.getFirst().gradient();
        assertEquals(5, GradientClipping.byNorm(parameters, 6));
        assertArrayEquals(before.array(), parameters.getFirst().gradient().array());
    }

    @Test
    void theNormIsThatOfDoublesForAnyCount() {
        for (int count = 0; count < 20; count++) {
            assertEquals(
                    1e25 * Math.sqrt(count),
                    GradientClipping.norm(List.of(
                            parameter(Tensor.filled(Shape.of(count), 1e25f).array()))),
                    1e19);
        }
    }

    @Test
    void eachNumberIsClippedByItself() {
        List<Var> parameters = List.of(parameter(-3, 0.2f, 4, -0.5f));
        GradientClipping.byValue(parameters, 0.5);
        assertArrayEquals(
                new float[] {-0.5f, 0.2f, 0.5f, -0.5f},
                parameters.getFirst().gradient().array());
    }

    @Test
    void aGradientThatIsSharedIsNotChanged() {
        Tensor shared = Tensor.of(3, 4);
        Var one = Var.of(Tensor.zeros(2));
        Var other = Var.of(Tensor.zeros(2));
        one.addGradient(shared);
        other.addGradient(shared);
        GradientClipping.byNorm(List.of(one), 1);
        GradientClipping.byValue(List.of(one), 0.1);
        assertArrayEquals(new float[] {3, 4}, other.gradient().array());
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        assertEquals(
                "clipNorm: expected a limit above 0, found 0.0",
                assertThrows(IllegalArgumentException.class, () -> GradientClipping.byNorm(List.of(), 0))
                        .getMessage());
        assertEquals(
                "clipValue: expected a limit above 0, found NaN",
                assertThrows(IllegalArgumentException.class, () -> GradientClipping.byValue(List.of(), Double.NaN))
                        .getMessage());
    }
}
