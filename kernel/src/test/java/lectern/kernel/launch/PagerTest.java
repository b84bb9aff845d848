package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTest {

    @ParameterizedTest
    @CsvSource({"Math.abs?, Math.abs", "?Tensor, Tensor", "' größe ?\n', größe"})
    void aNameIsAskedFor(String cell, String name) {
        assertEquals(Optional.of(name), Pager.name(cell));
    }

    @ParameterizedTest
    @CsvSource({"Math.abs", "a ? b : c", "f(x)?", "?"})
    void otherCellsAreCode(String cell) {
        assertEquals(Optional.empty(), Pager.name(cell));
    }
}
