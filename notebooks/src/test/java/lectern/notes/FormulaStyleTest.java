package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class FormulaStyleTest {

    @Test
    void aPageWithoutFormulasNeedsNoStyle() {
        assertEquals("", FormulaStyle.of(Jsoup.parse("<p>x = y</p>")));
    }

    @Test
    void onlyTheFontsThatThePageUsesAreInside() {
        assertEquals(List.of("KaTeX_Main"), families("1 + 2"));
        assertEquals(List.of("KaTeX_Main", "KaTeX_Math"), families("x + 2"));
        assertEquals(List.of("KaTeX_AMS", "KaTeX_Main", "KaTeX_Math"), families("x \\in \\mathbb{R}"));
        assertEquals(List.of("KaTeX_Main", "KaTeX_Main"), families("\\mathbf{1} + 2"));
    }

    @Test
    void fontsAreDataInOneFormat() {
        String css = style("\\sum_i \\mathcal{L}_i");
        assertFalse(css.contains("url(fonts/"), css);
        assertTrue(css.contains("src:url(data:font/woff2;base64,"));
        assertTrue(css.contains("KaTeX_Caligraphic"));
    }

    private static List<String> families(String tex) {
        return Pattern.compile("@font-face\\{font-family:(\\w+)")
                .matcher(style(tex))
                .results()
                .map((MatchResult face) -> face.group(1))
                .toList();
    }

    private static String style(String tex) {
        try (var formulas = new Formulas()) {
            return FormulaStyle.of(Jsoup.parse(formulas.html(tex, false)));
        }
    }
}
