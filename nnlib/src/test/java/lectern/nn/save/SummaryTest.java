package lectern.nn.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.Layer;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Tanh;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(4);

    @Test
    void aTableSaysWhatANetworkIsMadeOf() {
        Layer model = new Sequential(List.of(
                Conv2d.of(1, 6, 5, RANDOM).padding(2),
                new Tanh(),
                AveragePool2d.of(2),
                new Sequential(List.of(Conv2d.of(6, 16, 5, RANDOM), new Relu())),
                MaxPool2d.of(2),
                new Flatten(),
                Dense.of(400, 10, RANDOM)));
        assertEquals(
                """
                name               layer              output          sees   parameters
                                   input              (1, 1, 28, 28)
                layers.0           conv 1 -> 6, 5×5   (1, 6, 28, 28)  5×5           156
                layers.1           tanh               (1, 6, 28, 28)  5×5             0
                layers.2           average pool 2×2   (1, 6, 14, 14)  6×6             0
                layers.3.layers.0  conv 6 -> 16, 5×5  (1, 16, 10, 10) 14×14        2416
                layers.3.layers.1  relu               (1, 16, 10, 10) 14×14           0
                layers.4           max pool 2×2       (1, 16, 5, 5)   16×16           0
                layers.5           flatten            (1, 400)        16×16           0
                layers.6           dense 400 -> 10    (1, 10)         28×28        4010
                                   in all                                          6582""".lines().map(line -> line.replaceAll(" +", " ")).toList(),
                Summary.of(model, 1, 1, 28, 28)
                        .toString()
                        .lines()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void theColumnsStandBelowEachOther() {
        assertEquals(
                """
                name      layer         output  sees  parameters
                          input         (1, 4)
                layers.0  dense 4 -> 3  (1, 3)                15
                layers.1  function      (1, 3)                 0
                          in all                              15""",
                Summary.of(new Sequential(List.of(Dense.of(4, 3, RANDOM), x -> x.times(2))), 1, 4)
                        .toString());
    }

    /// The field is what it says: of all pixels only those within it move the number in the middle.
    @Test
    void theReceptiveFieldIsWhereThePixelsMatter() {
        List<Layer> layers = List.of(
                Conv2d.of(1, 2, 3, RANDOM).stride(2),
                new Tanh(),
                AveragePool2d.of(2).stride(1),
                Conv2d.of(2, 1, 2, RANDOM).dilation(2));
        Sequential model = new Sequential(layers);
        ReceptiveField field = Summary.of(model, 1, 1, 25, 27)
                .rows()
                .getLast()
                .receptiveField()
                .orElseThrow();
        Var x = Var.of(Tensor.normal(Shape.of(1, 1, 25, 27), 1, RANDOM));
        Var y = model.apply(x);
        Tensor dy = Tensor.zeros(y.shape());
        dy.array()[y.shape().size(3) * 2 + 3] = 1;
        y.backward(dy);
        int top = 25;
        int bottom = 0;
        int left = 27;
        int right = 0;
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j < 27; j++) {
                if (x.gradient().get(0, 0, i, j) != 0) {
                    top = Math.min(top, i);
                    bottom = Math.max(bottom, i);
                    left = Math.min(left, j);
                    right = Math.max(right, j);
                }
            }
        }
        assertEquals(bottom - top + 1, field.height());
        assertEquals(right - left + 1, field.width());
        assertEquals(2, field.stepDown());
        assertEquals(2 * field.stepDown(), top);
        assertEquals(3 * field.stepAlong(), left);
    }

    @Test
    void whatIsNotKnownOfALayerIsLeftOpen() {
        Layer unknown = x -> x.times(x);
        Summary summary = Summary.of(new Sequential(List.of(unknown, new Relu())), 2, 3, 8, 8);
        assertEquals(Optional.empty(), summary.rows().getFirst().receptiveField());
        assertEquals(Optional.empty(), summary.rows().getLast().receptiveField());
    }

    @Test
    void sharedParametersAreCountedOnce() {
        Dense shared = Dense.of(3, 3, RANDOM);
        Summary summary = Summary.of(new Sequential(List.of(shared, shared)), 1, 3);
        assertEquals(12, summary.rows().getFirst().parameters());
        assertEquals(12, summary.parameters());
    }

    @Test
    void aShapeThatDoesNotFitIsRefusedByTheLayer() {
        assertEquals(
                "Dense: expected inputs (batch, 3), found (1, 4)",
                assertThrows(ShapeException.class, () -> Summary.of(Dense.of(3, 3, RANDOM), 1, 4))
                        .getMessage());
        assertTrue(Summary.of(new Relu(), 1, 4).rows().getFirst().name().isEmpty());
    }
}
