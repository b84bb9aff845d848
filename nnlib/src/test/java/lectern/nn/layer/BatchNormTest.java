package lectern.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchNormTest {

    private static final Var BATCH = Var.constant(Tensor.of(new float[][] {{1, 10}, {3, 30}}));

    private final BatchNorm layer = BatchNorm.of(2);

    @Test
    void aBatchOfTrainingHasMeanZeroAndVarianceOne() {
        Tensor y = Phase.training(() -> layer.apply(BATCH)).value();
        assertEquals(-1, y.get(0, 0), 1e-4);
        assertEquals(1, y.get(1, 1), 1e-4);
    }

    @Test
    void runningStatisticsFollowTheBatches() {
        Phase.training(() -> layer.apply(BATCH));
        assertEquals(Tensor.of(0.1f * 2, 0.1f * 20), layer.runningMean());
        assertEquals(0.9 + 0.1 * 2, layer.runningVariance().get(0), 1e-6);
        assertEquals(0.9 + 0.1 * 200, layer.runningVariance().get(1), 1e-5);
    }

    @Test
    void outsideOfTrainingAnExampleIsTreatedAloneAndNothingChanges() {
        Tensor one =
                layer.apply(Var.constant(Tensor.of(new float[][] {{1, 10}}))).value();
        assertEquals(layer.apply(BATCH).value().get(0, 1), one.get(0, 1));
        assertEquals(Tensor.zeros(2), layer.runningMean());
    }

    @Test
    void refusesOtherChannelsAndASingleNumberInTraining() {
        ShapeException channels =
                assertThrows(ShapeException.class, () -> layer.apply(Var.constant(Tensor.zeros(4, 3))));
        assertEquals("BatchNorm: expected inputs (batch, 2, …), found (4, 3)", channels.getMessage());
        ShapeException single = assertThrows(
                ShapeException.class, () -> Phase.training(() -> layer.apply(Var.constant(Tensor.zeros(1, 2)))));
        assertEquals(
                "BatchNorm: expected two or more numbers of each channel in a batch of training, found (1, 2)",
                single.getMessage());
        IllegalArgumentException momentum = assertThrows(
                IllegalArgumentException.class,
                () -> new BatchNorm(
                        layer.gamma(), layer.beta(), layer.runningMean(), layer.runningVariance(), 0, 1e-5));
        assertEquals("BatchNorm: expected a momentum above 0 and at most 1, found 0.0", momentum.getMessage());
        IllegalArgumentException groups = assertThrows(IllegalArgumentException.class, () -> GroupNorm.of(2, 3));
        assertEquals("GroupNorm: expected groups that divide 3 channels, found 2", groups.getMessage());
        ShapeException beta = assertThrows(
                ShapeException.class,
                () -> new LayerNorm(Var.of(Tensor.zeros(3)), Var.of(Tensor.zeros(Shape.of(1, 3))), 1e-5));
        assertEquals("LayerNorm: expected beta (3), found (1, 3)", beta.getMessage());
    }
}
