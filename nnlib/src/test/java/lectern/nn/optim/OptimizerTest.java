package lectern.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {

    static Stream<Arguments> optimizers() {
        return Stream.of(
                argumentSet("sgd", new Sgd(0.1, 0)),
                argumentSet("momentum", new Sgd(0.02, 0.9)),
                argumentSet("adam", Adam.of(0.1)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void findsTheMinimumOfABowl(Optimizer optimizer) {
        Var w = Var.of(Tensor.of(3, -2));
        Var minimum = Var.constant(Tensor.of(1, 1));
        Optimizer.Steps steps = optimizer.over(List.of(w));
        for (int i = 0; i < 500; i++) {
            w.clearGradient();
            Var distance = w.minus(minimum);
            distance.times(distance).sum().backward();
            steps.step();
        }
        assertEquals(1, w.value().array()[0], 1e-3);
        assertEquals(1, w.value().array()[1], 1e-3);
    }

    @Test
    void theFirstStepOfAdamHasTheSizeOfTheLearningRate() {
        Var w = Var.of(Tensor.of(0));
        w.times(1000).sum().backward();
        Adam.of(0.01).over(List.of(w)).step();
        assertEquals(-0.01, w.value().item(), 1e-6);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals("sgd: expected a learning rate above 0, found 0.0", refusal(() -> new Sgd(0, 0)));
        assertEquals("sgd: expected a momentum of 0 or more and below 1, found 1.0", refusal(() -> new Sgd(0.1, 1)));
        assertEquals("adam: expected a learning rate above 0, found NaN", refusal(() -> Adam.of(Double.NaN)));
        assertEquals(
                "adam: expected betas of 0 or more and below 1, found 0.9 and 1.0",
                refusal(() -> new Adam(0.1, 0.9, 1, 1e-8)));
        assertEquals("adam: expected an epsilon of 0 or more, found -1.0", refusal(() -> new Adam(0.1, 0.9, 0.9, -1)));
    }

    private static String refusal(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
