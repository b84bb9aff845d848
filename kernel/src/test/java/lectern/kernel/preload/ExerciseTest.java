package lectern.kernel.preload;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExerciseTest {

    @Test
    void answersAreComparedToThreeDigits() {
        assertTrue(Exercise.check("a", 0.12345, 0.1234));
        assertFalse(Exercise.check("a", 0.12345, 0.125));
        assertTrue(Exercise.check("zero", 0, 0));
        assertFalse(Exercise.check("not a number", 1, Double.NaN));
    }
}
