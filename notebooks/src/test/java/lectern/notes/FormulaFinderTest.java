package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which parts of a Markdown text are formulas, as `formulas.py` finds them. A formula is shown here as
/// `<<tex>>`, one on a line of its own as `<<<tex>>>`.
class FormulaFinderTest {

    private static final Pattern ELEMENT =
            Pattern.compile("<span class=\"tex( display)?\" data-tex=\"([^\"]*)\"></span>");

    @Test
    void dollarsEncloseAFormula() throws Exception {
        assertEquals("For <<x_1 < y'>> and <<|x|>>.", found("For $x_1 < y'$ and $|x|$."));
    }

    @Test
    void twoDollarsDisplayIt() throws Exception {
        assertEquals(
                "Thus <<<\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}>>>",
                found("Thus $$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$$"));
    }

    @Test
    void aFormulaMaySpanLinesButNoEmptyLine() throws Exception {
        assertEquals("<<<a\n+ b>>>", found("$$\na\n+ b\n$$"));
        assertEquals("&#36;a\n\nb&#36;", found("$a\n\nb$"));
    }

    @Test
    void bracketsWithOneBackslashOrTwo() throws Exception {
        assertEquals("<<a>> <<<b>>> <<c>> <<<d>>>", found("\\(a\\) \\[b\\] \\\\(c\\\\) \\\\[d\\\\]"));
    }

    @Test
    void anEnvironmentByItself() throws Exception {
        assertEquals(
                "<<<\\begin{align*} a &= b \\end{align*}>>> end", found("\\begin{align*} a &= b \\end{align*} end"));
    }

    @Test
    void aFormulaInAQuotationHasNoneOfItsMarks() throws Exception {
        assertEquals("> <<<a\n + b>>>", found("> $$a\n> + b$$"));
    }

    @Test
    void aDollarInsideAFormula() throws Exception {
        assertEquals("<<\\$5 + x>>", found("$\\$5 + x$"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code `$x$` and ``a ` $y$``",
                "```java\nvar a = \"$x$\";\n```",
                "~~~\n$$ x $$\n~~~",
                "```\nnever closed $x$",
                "a [link](https://example.org/a_b) and a * b * c",
                "an escaped \\* star"
            })
    void codeAndWordsAreNone(String markdown) throws Exception {
        assertEquals(markdown, found(markdown));
    }

    @Test
    void aLoneDollarIsAPrice() throws Exception {
        assertEquals("&#36;5 or &#36;10, and &#36;7", found("$5 or $10, and \\$7"));
    }

    private static String found(String markdown) throws Exception {
        String script = "import sys; sys.stdin.reconfigure(encoding='utf-8'); from formulas import protect;"
                + " sys.stdout.write(protect(sys.stdin.read()))";
        var outcome = Outcome.of(
                Map.of("PYTHONPATH", "src/main/python", "PYTHONDONTWRITEBYTECODE", "1"),
                markdown,
                List.of(Python.plain(), "-c", script));
        assertEquals(0, outcome.code(), outcome.output());
        return ELEMENT.matcher(outcome.output()).replaceAll(match -> {
            String tex = new String(Base64.getDecoder().decode(match.group(2)), StandardCharsets.UTF_8);
            String shown = match.group(1) == null ? "<<" + tex + ">>" : "<<<" + tex + ">>>";
            return Matcher.quoteReplacement(shown);
        });
    }
}
