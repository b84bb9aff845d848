package lectern.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void theLastSpecificationCounts() {
        Options options = Options.parse("--spec", "a.json", "--rounds", "2", "--json", "b.json", "--spec", "c.json");
        assertEquals(Path.of("c.json"), options.spec());
        assertEquals(2, options.rounds());
        assertEquals(Optional.of(Path.of("b.json")), options.json());
        assertEquals("", options.only().pattern());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--rounds 3; bench: expected --spec kernel.json, found none",
                "--spec a --rounds 0; bench: --rounds expected 1…1000, found 0",
                "--spec; bench: expected a value after --spec, found nothing",
                "--spec a --fast 1; bench: unknown option --fast",
            })
    void saysWhatItDoesNotUnderstand(String arguments, String message) {
        var e = assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments.split(" ", -1)));
        assertEquals(message, e.getMessage());
    }
}
