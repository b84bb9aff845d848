package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    private Formulas formulas;

    @BeforeEach
    void start() {
        formulas = new Formulas();
    }

    @AfterEach
    void end() {
        formulas.close();
    }

    @Test
    void carriesTheFormulaTwiceForTheEyeAndForTheReader() {
        var html = Jsoup.parseBodyFragment(formulas.html("x_1 < y'", false));
        assertEquals("x_1 < y'", html.select("annotation").text());
        assertEquals(1, html.select("math").size());
        assertEquals(1, html.select(".katex-html[aria-hidden=true]").size());
        assertEquals(0, html.select(".katex-display").size());
    }

    @Test
    void displaysOnALineOfItsOwn() {
        assertTrue(formulas.html("x", true).startsWith("<span class=\"katex-display\">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\begin{aligned} a &= b \\\\ c &< d \\end{aligned}",
                "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
                "\\frac{\\partial C}{\\partial w^{(l)}_{jk}} = a^{l-1}_k \\, \\delta^l_j",
                "\\sigma'(z) \\odot \\nabla_a C",
                "p(y \\mid x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
                "\\mathbb{E}\\left[\\lVert \\mathbf{w} \\rVert^2\\right] \\in \\mathcal{O}(W^2)",
                "\\operatorname*{arg\\,max}_k \\hat{y}_k",
                "\\text{\u03b8 \u2207}"
            })
    void understandsTheFormulasOfTheCourse(String tex) {
        var html = Jsoup.parseBodyFragment(formulas.html(tex, true));
        assertEquals(0, html.select(".katex-error").size());
        assertEquals(tex, html.select("annotation").text());
    }

    @Test
    void refusesAnUnknownCommand() {
        var refusal = assertThrows(FormulaException.class, () -> formulas.html("a \\nonsense b", false));
        assertEquals(
                "KaTeX parse error: Undefined control sequence: \\nonsense at position 3: a \\nonsense b",
                refusal.getMessage());
    }

    @Test
    void goesOnAfterARefusal() {
        assertThrows(FormulaException.class, () -> formulas.html("\\frac{1}", false));
        assertTrue(formulas.html("x", false).contains("katex"));
    }
}
