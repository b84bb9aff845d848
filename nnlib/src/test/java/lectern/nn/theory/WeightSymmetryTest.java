package lectern.nn.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WeightSymmetryTest {

    private final RandomGenerator random = SeededRandom.of(41);

    private final Sequential model = new Sequential(
            List.of(NN.dense(3, 4, random), NN.relu(), NN.dense(4, 5, random), NN.tanh(), NN.dense(5, 2, random)));

    private void assertSameFunction(Sequential changed) {
        Tensor x = Tensor.normal(Shape.of(6, 3), 1, random);
        Tensor expected = model.apply(Var.of(x)).value();
        Tensor found = changed.apply(Var.of(x)).value();
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.array()[i], found.array()[i], 1e-6);
        }
    }

    @Test
    void hiddenUnitsMayChangePlaces() {
        Sequential changed = WeightSymmetry.permuted(model, 0, 2, 0, 3, 1);
        assertNotEquals(
                model.parameters().getFirst().value(),
                changed.parameters().getFirst().value());
        assertSameFunction(changed);
        assertSameFunction(WeightSymmetry.permuted(changed, 2, 4, 3, 2, 1, 0));
    }

    @Test
    void signsMayChangeWhereTheNonlinearityIsOdd() {
        Sequential changed = WeightSymmetry.flipped(model, 2, 1, 4);
        assertNotEquals(
                model.parameters().get(2).value(), changed.parameters().get(2).value());
        assertSameFunction(changed);
        assertEquals(
                "flipped: expected an odd nonlinearity, such as tanh, found relu",
                assertThrows(IllegalArgumentException.class, () -> WeightSymmetry.flipped(model, 0, 1))
                        .getMessage());
    }

    @Test
    void theSymmetriesAreCounted() {
        assertEquals(BigInteger.valueOf(24), WeightSymmetry.count(false, 4));
        assertEquals(BigInteger.valueOf(24 * 16 * 2 * 4), WeightSymmetry.count(true, 4, 2));
        assertEquals(BigInteger.ONE, WeightSymmetry.count(true));
    }

    @Test
    void whatIsNoHiddenLayerIsRefused() {
        assertEquals(
                "permuted: expected each of 4 units once, found [0, 0, 1, 2]",
                assertThrows(IllegalArgumentException.class, () -> WeightSymmetry.permuted(model, 0, 0, 0, 1, 2))
                        .getMessage());
        assertEquals(
                "weightSymmetry: expected dense, a nonlinearity and dense from layer 4 on, found " + model,
                assertThrows(IllegalArgumentException.class, () -> WeightSymmetry.permuted(model, 4, 0, 1))
                        .getMessage());
        assertEquals(
                "flipped: expected units 0…4, found 5",
                assertThrows(IllegalArgumentException.class, () -> WeightSymmetry.flipped(model, 2, 5))
                        .getMessage());
    }
}
