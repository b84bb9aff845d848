package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AsciiTest {

    @Test
    void symbolsAreSpelledOut() {
        assertEquals("epsilon = 0.1", Ascii.of("ε = 0.1"));
        assertEquals("||dL/dh_t||, 50 time steps", Ascii.of("‖∂L/∂h_t‖, 50 time steps"));
        assertEquals("O(W2)", Ascii.of("O(W²)"));
    }

    @Test
    void accentsAreLeftOut() {
        assertEquals("Gute: 0-1", Ascii.of("Güte: 0–1"));
    }

    @Test
    void whatIsUnknownBecomesAQuestionMark() {
        assertEquals("? ?", Ascii.of("数 \u0000"));
    }
}
