package lectern.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
                argumentSet("nesterov", new Nesterov(0.02, 0.9)),
                argumentSet("rmsProp", RmsProp.of(0.01)),
                argumentSet("rmsProp with momentum", new RmsProp(0.003, 0.9, 1e-8, 0.9, false)),
                argumentSet("rmsProp, centered", new RmsProp(0.003, 0.9, 1e-3, 0, true)),
                argumentSet("adagrad", Adagrad.of(1)),
                argumentSet("adadelta", new Adadelta(1, 0.9, 1e-4)),
                argumentSet("adam", Adam.of(0.1)),
                argumentSet("adamW", new AdamW(Adam.of(0.1), 0)),
                argumentSet("amsGrad", AmsGrad.of(0.1)),
                argumentSet("adamax", Adamax.of(0.1)),
                argumentSet("nAdam", NAdam.of(0.1)),
                argumentSet("rprop", Rprop.of(0.1)),
                argumentSet("proximalL1", new ProximalL1(0.1, 0)));
    }

    /// The last steps are small, because rules that scale the gradient to one size do not come to rest.
    @ParameterizedTest
    @MethodSource("optimizers")
    void findsTheMinimumOfABowl(Optimizer optimizer) {
        Var w = Var.of(Tensor.of(3, -2));
        Var minimum = Var.constant(Tensor.of(1, 1));
        Optimizer.Steps steps = optimizer.over(List.of(w));
        Schedule schedule = Schedule.linearDecay(2000);
        for (int i = 0; i < 2000; i++) {
            w.clearGradient();
            Var distance = w.minus(minimum);
            distance.times(distance).sum().backward();
            steps.step(schedule.rate(optimizer.learningRate(), i));
        }
        assertEquals(1, w.value().array()[0], 1e-3);
        assertEquals(1, w.value().array()[1], 1e-3);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void eachParameterIsRememberedByItself(Optimizer optimizer) {
        Var one = Var.of(Tensor.of(3, -2));
        Var other = Var.of(Tensor.of(1));
        Var alone = Var.of(Tensor.of(3, -2));
        Optimizer.Steps together = optimizer.over(List.of(other, one));
        Optimizer.Steps apart = optimizer.over(List.of(alone));
        for (int i = 0; i < 5; i++) {
            for (Var w : List.of(one, other, alone)) {
                w.clearGradient();
                w.times(w).sum().backward();
            }
            together.step();
            apart.step();
        }
        assertArrayEquals(alone.value().array(), one.value().array());
    }

    @Test
    void theFirstStepOfAdamHasTheSizeOfTheLearningRate() {
        Var w = Var.of(Tensor.of(0));
        w.times(1000).sum().backward();
        Adam.of(0.01).over(List.of(w)).step();
        assertEquals(-0.01, w.value().item(), 1e-6);
    }

    @Test
    void aStepCanHaveALearningRateOfItsOwn() {
        Var w = Var.of(Tensor.of(0));
        w.times(3).sum().backward();
        new Sgd(0.1, 0).over(List.of(w)).step(0.5);
        assertEquals(-1.5, w.value().item(), 1e-6);
    }

    @Test
    void weightDecayApartFromTheGradientIsNotScaledByItsMoments() {
        Var w = Var.of(Tensor.of(2));
        w.addGradient(Tensor.of(0));
        new AdamW(Adam.of(0.1), 0.5).over(List.of(w)).step();
        assertEquals(2 * (1 - 0.1 * 0.5), w.value().item(), 1e-6);
    }

    @Test
    void amsGradKeepsTheLargestDivisor() {
        float[] ams = afterALargeGradient(new AmsGrad(0.1, 0, 0.5, 1e-8));
        float[] adam = afterALargeGradient(new Adam(0.1, 0, 0.5, 1e-8));
        assertEquals(0.1 * 0.01 / Math.sqrt(50), ams[0] - ams[1], 1e-4);
        assertEquals(0.1, adam[0] - adam[1], 1e-2);
    }

    /// The last two values of a weight that saw one large gradient and then small ones.
    private static float[] afterALargeGradient(Optimizer optimizer) {
        Var w = Var.of(Tensor.of(0));
        Optimizer.Steps steps = optimizer.over(List.of(w));
        float before = 0;
        for (int t = 0; t < 60; t++) {
            before = w.value().item();
            w.clearGradient();
            w.addGradient(Tensor.of(t == 0 ? 10 : 0.01f));
            steps.step();
        }
        return new float[] {before, w.value().item()};
    }

    @Test
    void rpropRestsWhereTheSignChangesAndThenGoesOnHalfAsFar() {
        Var w = Var.of(Tensor.of(0));
        Optimizer.Steps steps = Rprop.of(0.1).over(List.of(w));
        float[] found = new float[4];
        float[] gradients = {1, 1e-30f, -1e-30f, -1};
        for (int t = 0; t < gradients.length; t++) {
            w.clearGradient();
            w.addGradient(Tensor.of(gradients[t]));
            steps.step();
            found[t] = w.value().item();
        }
        assertArrayEquals(new float[] {-0.1f, -0.22f, -0.22f, -0.16f}, found, 1e-6f);
    }

    @Test
    void proximalStepsMakeUselessWeightsZero() {
        Var w = Var.of(Tensor.of(3, -2));
        Var minimum = Var.constant(Tensor.of(1, 0.1f));
        Optimizer.Steps steps = new ProximalL1(0.1, 0.5).over(List.of(w));
        for (int i = 0; i < 200; i++) {
            w.clearGradient();
            Var distance = w.minus(minimum);
            distance.times(distance).sum().backward();
            steps.step();
        }
        assertEquals(0.75, w.value().array()[0], 1e-5);
        assertEquals(0, Math.abs(w.value().array()[1]));
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
        assertEquals(
                "nesterov: expected a momentum of 0 or more and below 1, found -0.1",
                refusal(() -> new Nesterov(0.1, -0.1)));
        assertEquals(
                "rmsProp: expected an alpha of 0 or more and below 1, found 1.0",
                refusal(() -> new RmsProp(0.1, 1, 1e-8, 0, false)));
        assertEquals("adadelta: expected an epsilon above 0, found 0.0", refusal(() -> new Adadelta(1, 0.9, 0)));
        assertEquals(
                "adamW: expected a weight decay of 0 or more, found -1.0", refusal(() -> new AdamW(Adam.of(1), -1)));
        assertEquals(
                "rprop: expected a shrink of 0…1 and a grow above 1, found 0.5 and 1.0",
                refusal(() -> new Rprop(0.1, 0.5, 1, 1e-6, 50)));
        assertEquals(
                "rprop: expected a smallest step above 0 and a largest not below it, found 1.0 and 0.5",
                refusal(() -> new Rprop(0.1, 0.5, 1.2, 1, 0.5)));
        assertEquals(
                "proximalL1: expected a strength of 0 or more, found -1.0", refusal(() -> new ProximalL1(0.1, -1)));
        assertEquals(
                "step: expected a learning rate of 0 or more, found -0.1",
                refusal(() -> Adam.of(0.1).over(List.of()).step(-0.1)));
    }

    private static String refusal(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
