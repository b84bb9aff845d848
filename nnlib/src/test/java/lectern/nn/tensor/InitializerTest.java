package lectern.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitializerTest {

    private final RandomGenerator random = SeededRandom.of(23);

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void drawnWeightsHaveTheVarianceThatIsAskedFor(Scaling scaling) {
        Shape shape = Shape.of(80, 20, 3, 3);
        double variance = switch (scaling) {
            case GLOROT -> 2.0 / (180 + 720);
            case HE -> 2.0 / 180;
            case LECUN -> 1.0 / 180;
        };
        UniformWeights uniform = new UniformWeights(scaling);
        Tensor drawn = uniform.draw(shape, random);
        assertEquals(shape, drawn.shape());
        assertEquals(Math.sqrt(3 * variance), uniform.bound(shape), 1e-12);
        assertTrue(drawn.maxAbs() <= (float) uniform.bound(shape));
        assertEquals(variance, drawn.times(drawn).sum() / drawn.count(), 0.05 * variance);
        NormalWeights normal = new NormalWeights(scaling);
        assertEquals(Math.sqrt(variance), normal.deviation(shape), 1e-12);
        Tensor spread = normal.draw(shape, random);
        assertEquals(variance, spread.times(spread).sum() / spread.count(), 0.05 * variance);
        assertEquals(0, spread.sum() / spread.count(), 0.05 * Math.sqrt(variance));
    }

    @Test
    void theFanCountsThePixelsOfAFilter() {
        assertEquals(new Fan(300, 100), Fan.of(Shape.of(100, 300)));
        assertEquals(new Fan(8 * 15, 16 * 15), Fan.of(Shape.of(16, 8, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "4, 9", "9, 4", "1, 5", "40, 33"})
    void orthogonalWeightsTurnAndDoNotStretch(int rows, int columns) {
        Tensor w = new OrthogonalWeights(1.5).draw(Shape.of(rows, columns), random);
        Tensor product = rows <= columns ? w.matmulT(w) : w.tMatmul(w);
        for (int i = 0; i < product.size(0); i++) {
            for (int j = 0; j < product.size(1); j++) {
                assertEquals(i == j ? 2.25 : 0, product.get(i, j), 1e-5);
            }
        }
    }

    @Test
    void orthogonalFiltersAreRowsOfAllTheirPixels() {
        Tensor w = new OrthogonalWeights(1).draw(Shape.of(4, 2, 3, 3), random);
        assertEquals(Shape.of(4, 2, 3, 3), w.shape());
        Tensor rows = w.reshape(4, 18);
        assertEquals(4, rows.matmulT(rows).sum(), 1e-5);
    }

    /// With the signs as they come, all of them would be turned the same way.
    @Test
    void orthogonalWeightsAreNegativeAsOftenAsPositive() {
        int positive = 0;
        for (int i = 0; i < 200; i++) {
            positive += new OrthogonalWeights(1).draw(Shape.of(3, 3), random).get(0, 0) > 0 ? 1 : 0;
        }
        assertEquals(100, positive, 30);
    }

    @Test
    void vectorsHaveNoFan() {
        assertEquals(
                "initializer: expected weights (out, in, …), found (3)",
                assertThrows(ShapeException.class, () -> new UniformWeights(Scaling.HE).draw(Shape.of(3), random))
                        .getMessage());
        assertEquals(
                "orthogonal: expected weights (out, in, …), found (3)",
                assertThrows(ShapeException.class, () -> new OrthogonalWeights(1).draw(Shape.of(3), random))
                        .getMessage());
    }
}
