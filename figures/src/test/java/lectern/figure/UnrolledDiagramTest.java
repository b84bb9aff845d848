package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.nn.NN;
import org.junit.jupiter.api.Test;

class UnrolledDiagramTest {

    @Test
    void theStateGoesFromStepToStep() {
        var text = Figures.unrolled(NN.rnn(1, 4, NN.random(7)), 2).text();
        assertTrue(text.contains("[h(0)] -> rnn (h)"), text);
        assertTrue(text.contains("[rnn] -> y(1), rnn (h)"), text);
        assertTrue(text.endsWith("[x(2)] -> rnn"), text);
        assertTrue(Figures.unrolled(NN.lstm(1, 4, NN.random(7)), 2).text().contains("[h(0), c(0)] -> lstm (h, c)"));
    }

    @Test
    void moreStepsThanCanBeSeenAreRefused() {
        assertEquals(
                "unrolled: expected 1 to 20 time steps, found 21",
                assertThrows(IllegalArgumentException.class, () -> Figures.unrolled(NN.rnn(1, 4, NN.random(7)), 21))
                        .getMessage());
    }
}
