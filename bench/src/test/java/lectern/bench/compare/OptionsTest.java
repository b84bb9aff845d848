package lectern.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void takesEverythingUnlessTold() {
        Options options = Options.parse();
        assertEquals(List.of(1, 2), options.threads());
        assertEquals(Optional.empty(), options.json());
        assertTrue(Works.all().stream().allMatch(work -> options.selects(work.name())));
    }

    @Test
    void understandsEachOption() {
        Options options =
                Options.parse("--only", "^product (32|64)$", "--threads", "2", "--rounds", "3", "--json", "a.json");
        assertTrue(options.selects("product 64"));
        assertFalse(options.selects("product 1024"));
        assertEquals(List.of(2), options.threads());
        assertEquals(3, options.rounds());
        assertEquals(Optional.of(Path.of("a.json")), options.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--threads 3; bench: --threads expected 1…2, found 3",
                "--rounds none; bench: --rounds expected 1…1000, found none",
                "--json; bench: expected a value after --json, found nothing",
                "--fast; bench: unknown option --fast",
            })
    void saysWhatItDoesNotUnderstand(String arguments, String message) {
        var e = assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments.split(" ", -1)));
        assertEquals(message, e.getMessage());
    }

    @Test
    void saysWhatIsWrongWithAPattern() {
        var e = assertThrows(IllegalArgumentException.class, () -> Options.parse("--only", "("));
        assertEquals("bench: --only expected a regular expression, found ( (Unclosed group)", e.getMessage());
    }
}
