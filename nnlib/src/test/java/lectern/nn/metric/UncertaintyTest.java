package lectern.nn.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UncertaintyTest {

    @Test
    void equallyLikelySymbolsAreAsManyAsThePerplexity() {
        assertEquals(27, Uncertainty.perplexity(Math.log(27)), 1e-12);
        assertEquals(8, Uncertainty.bitsPerCharacter(Math.log(256)), 1e-12);
        assertEquals(1, Uncertainty.perplexity(0));
    }
}
