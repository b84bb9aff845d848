package lectern.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private final float[] numbers = Numbers.uniform(100, 1, 1);

    @Test
    void agreeUpToRounding() {
        float[] rounded = numbers.clone();
        rounded[7] *= 1.000001f;
        assertTrue(Results.of(numbers).agreesWith(Results.of(rounded), 1e-4));
    }

    @Test
    void disagreeWhereANumberOrAnOrderDiffers() {
        float[] other = numbers.clone();
        other[7] += 0.1f;
        assertFalse(Results.of(numbers).agreesWith(Results.of(other), 1e-4));
        assertFalse(Results.of(numbers).agreesWith(Results.of(Numbers.transposed(numbers, 20, 5)), 1e-4));
    }

    @Test
    void ignoreWhatOneDoesNotCompute() {
        assertTrue(Results.of(numbers, numbers).agreesWith(Results.of(numbers), 1e-4));
        assertTrue(Results.of(numbers, numbers).agreesWith(Results.of(new float[0], numbers), 1e-4));
    }

    @Test
    void passThroughText() {
        Results results = Results.of(numbers, new float[0], new float[] {3});
        Results read = Results.parse(results.toString());
        assertEquals(3, read.parts().size());
        assertTrue(read.agreesWith(results, 1e-6));
    }

    @Test
    void rowsHaveNamesOfTheirOwn() {
        var names = new HashSet<String>();
        Works.all().forEach(work -> assertTrue(names.add(work.name()), work.name()));
        Works.all().forEach(work -> assertNotNull(Works.named(work.name())));
    }
}
