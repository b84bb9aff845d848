package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            *,          anything,  true
            int *,      int x,     true
            int *,      an int x,  false
            in?,        int,       true
            in?,        inn t,     false
            [abc]x,     bx,        true
            [^abc]x,    bx,        false
            [a-c]x,     bx,        true
            a.b,        axb,       false
            a\\Eb*,     a\\Ebc,    true
            [,          [,         true
            f(x)[0]?,   f(x)0;,    true
            """)
    void aPatternMatchesTheWholeText(String glob, String text, boolean matches) {
        assertEquals(matches, Glob.of(glob).matcher(text).matches());
    }
}
