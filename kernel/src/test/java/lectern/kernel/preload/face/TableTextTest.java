package lectern.kernel.preload.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableTextTest {

    private static final TableText ODD =
            TableFace.text(Table.create("a < b", StringColumn.create("x|y", "<b>&\"1|2\"</b>", "two\nlines")));

    @Test
    void htmlShowsWhatIsWritten() {
        assertEquals("""
                <table><thead><tr><th style="text-align:left">x|y<br>\
                <small style="font-weight:normal;opacity:0.65">string</small></th></tr></thead><tbody>\
                <tr><td style="text-align:left">&lt;b&gt;&amp;&quot;1|2&quot;&lt;/b&gt;</td></tr>\
                <tr><td style="text-align:left">two
                lines</td></tr></tbody></table><p style="opacity:0.65">a &lt; b: 2 rows</p>""", ODD.html());
    }

    @Test
    void markdownKeepsItsColumns() {
        assertEquals("""
                | x\\|y (string) |
                | --- |
                | \\<b\\>&"1\\|2"\\</b\\> |
                | two lines |

                a \\< b: 2 rows""", ODD.markdown());
    }

    @Test
    void plainTextIsAligned() {
        var table = TableFace.text(
                Table.create("t", IntColumn.create("n", 5, 1000), StringColumn.create("name", "ada", "grace")));
        assertEquals("""
                      n  name
                integer  string
                      5  ada
                   1000  grace
                t: 2 rows""", table.plain());
    }

    @Test
    void aLongTableSaysHowMuchIsShown() {
        var numbers = IntColumn.create("n", IntStream.range(100, 200).toArray());
        var text = TableFace.text(Table.create("long", numbers));
        for (var form : new String[] {text.html(), text.markdown(), text.plain()}) {
            assertTrue(form.contains("long: first 20 of 100 rows"), form);
            assertTrue(form.contains("119"), form);
            assertFalse(form.contains("120"), form);
        }
    }

    @Test
    void anEmptyTableHasItsHeader() {
        assertEquals(
                "      n\ninteger\nnone: 0 rows",
                TableFace.text(Table.create("none", IntColumn.create("n"))).plain());
    }
}
