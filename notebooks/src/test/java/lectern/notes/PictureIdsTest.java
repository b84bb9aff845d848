package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PictureIdsTest {

    @Test
    void picturesThatNameTheSameThingKeepTheirOwn() {
        String picture = "<svg><defs><clipPath id='c'/><g id='g'/></defs><use xlink:href='#g'/><use href='#g'/>"
                + "<svg><path clip-path='url(#c)' style='fill: url(\"#c\")'/></svg></svg>";
        var page = Jsoup.parse("<h1 id='c'>Heading</h1>" + picture + picture);
        PictureIds.separate(page);
        assertEquals(
                List.of("c", "picture-1-c", "picture-1-g", "picture-2-c", "picture-2-g"),
                page.select("[id]").eachAttr("id"));
        assertEquals(
                List.of("#picture-1-g", "#picture-2-g"),
                page.select("use[href]").eachAttr("href"));
        assertEquals(
                List.of("#picture-1-g", "#picture-2-g"),
                page.select("use:not([href])").eachAttr("xlink:href"));
        assertEquals(
                List.of("url(#picture-1-c)", "url(#picture-2-c)"),
                page.select("path").eachAttr("clip-path"));
        assertEquals(
                List.of("fill: url(#picture-1-c)", "fill: url(#picture-2-c)"),
                page.select("path").eachAttr("style"));
    }

    @Test
    void aPictureWithoutIdsStaysAsItIs() {
        var page = Jsoup.parse("<svg><path clip-path='url(#elsewhere)'/><a href='#there'>x</a></svg>");
        String before = page.html();
        PictureIds.separate(page);
        assertEquals(before, page.html());
    }
}
