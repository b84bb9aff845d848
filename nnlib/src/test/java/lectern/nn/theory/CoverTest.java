package lectern.nn.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import lectern.nn.NN;
import org.junit.jupiter.api.Test;

class CoverTest {

    @Test
    void fewPointsCanBeDividedInAllWays() {
        for (int d = 1; d < 80; d++) {
            for (int n = 1; n <= d; n++) {
                assertEquals(BigInteger.TWO.pow(n), NN.coverCount(n, d));
                assertEquals(1, NN.coverProbability(n, d));
            }
        }
    }

    @Test
    void twiceAsManyPointsAsDimensionsInJustHalfOfThem() {
        for (int d = 1; d < 80; d++) {
            assertEquals(BigInteger.TWO.pow(2 * d - 1), NN.coverCount(2 * d, d));
        }
        assertEquals(0.5, NN.coverProbability(4000, 2000));
    }

    /// C(N + 1, D) = C(N, D) + C(N, D − 1), Cover's own way to it.
    @Test
    void theRecursionHolds() {
        for (int d = 2; d < 20; d++) {
            for (int n = 1; n < 40; n++) {
                assertEquals(NN.coverCount(n, d).add(NN.coverCount(n, d - 1)), NN.coverCount(n + 1, d));
            }
        }
    }

    @Test
    void sharesThatAreTinyOrManyAreNoNumberOfAnotherKind() {
        assertEquals(Math.scalb(2000.0, -1000), NN.coverProbability(1000, 2), 0);
        assertEquals(0, NN.coverProbability(5000, 2));
        assertEquals(1, NN.coverProbability(3000, 2900));
    }

    @Test
    void noPointsAreRefused() {
        assertEquals(
                "cover: expected at least one point and one dimension, found 0 and 3",
                assertThrows(IllegalArgumentException.class, () -> NN.coverCount(0, 3))
                        .getMessage());
    }
}
