package lectern.bench.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.NN;
import org.junit.jupiter.api.Test;

class TrainedTest {

    @Test
    void theBoundCountsTheMultiplyAddsOfAStep() {
        var mlp = Trained.mlp(8, 32);
        assertEquals(mlp.multiplyAdds(), (double) NN.multiplyAdds(mlp.step()));
    }

    @Test
    void theBoundShrinksWithThreads() {
        var measured = new Measured(1, 1e9);
        assertEquals(0.01, measured.bound(1e11, 1), 1e-12);
        assertEquals(0.005, measured.bound(1e11, 2), 1e-12);
    }

    @Test
    void threadsDoubleUpToTheMost() {
        assertEquals(List.of(1), Scaling.doubled(1));
        assertEquals(List.of(1, 2, 4, 6), Scaling.doubled(6));
        assertEquals(List.of(1, 2, 4, 8), Scaling.doubled(8));
    }

    @Test
    void thePeakIsThatOfAProcessor() {
        double peak = Peak.multiplyAddsPerSecond();
        assertTrue(peak > 1e8 && peak < 1e13, "multiply-adds a second: " + peak);
    }
}
