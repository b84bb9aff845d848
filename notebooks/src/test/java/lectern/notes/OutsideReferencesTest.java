package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideReferencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='https://example.org/paper'>a link that the reader follows</a>",
                "<a href='02-next.html'>another page of the notes</a>",
                "<img src='data:image/png;base64,AAAA'>",
                "<svg xmlns='http://www.w3.org/2000/svg'><use href='#glyph'/><g clip-path='url(#clip)'/></svg>",
                "<svg><use xlink:href='#glyph'/></svg>",
                "<style>@font-face{src:url(data:font/woff2;base64,AA)} a{fill:url('#gradient')}</style>",
                "<div class='lectern-frames'><script>let a = 1</script></div>",
                "<p>see https://example.org or url(https://example.org)</p>"
            })
    void whatStaysOnThePageIsNone(String html) {
        assertEquals(List.of(), OutsideReferences.in(Jsoup.parse(html)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <img src='https://example.org/a.png'>             | <img src="https://example.org/a.png">
                    <img src='figure.svg'>                            | <img src="figure.svg">
                    <img srcset='a.png 2x'>                           | <img srcset="a.png 2x">
                    <link rel='stylesheet' href='file:///a.css'>      | <link href="file:///a.css">
                    <iframe src='//example.org'></iframe>             | <iframe src="//example.org">
                    <object data='a.pdf'></object>                    | <object data="a.pdf">
                    <svg><image xlink:href='a.png'/></svg>            | <image xlink:href="a.png">
                    <svg><use href='a.svg#b'/></svg>                  | <use href="a.svg#b">
                    <p style='background:url(a.png)'>x</p>            | <p style="background:url(a.png)">
                    <svg><g fill='url(https://example.org#a)'/></svg> | <g fill="url(https://example.org#a)">
                    <style>@import 'a.css';</style>                   | <style>
                    <style>p{background:url("a.png")}</style>         | <style>
                    <script>let a = 1</script>                        | <script>
                    <p onclick='a()'>x</p>                            | <p onclick="a()">
                    """)
    void whatIsLoadedFromElsewhereAndWhatRunsIsFound(String html, String found) {
        assertEquals(List.of(found), OutsideReferences.in(Jsoup.parse(html)));
    }

    @Test
    void aLongAddressIsCutInTheMessage() {
        var found = OutsideReferences.in(Jsoup.parse("<img src='https://example.org/" + "a".repeat(200) + "'>"));
        assertEquals(List.of("<img src=\"https://example.org/" + "a".repeat(57) + "...\">"), found);
    }
}
