package lectern.notes;

import java.math.BigDecimal;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The title that is drawn at the top of one of our figures, which on a page stands in the caption instead.
final class PictureTitle {

    /// What stays of the paper above the rest of the picture, from the line that the title stood on.
    private static final BigDecimal ROOM = BigDecimal.ONE;

    private PictureTitle() {}

    /// Takes the title and its room out of a picture.
    ///
    /// @return the title; empty where there is none, or it is not drawn as ours are, and so stays where it is
    static String take(@Nullable Element svg) {
        Element title = svg == null ? null : svg.selectFirst("> title");
        Element paper = svg == null ? null : svg.selectFirst("> title ~ rect");
        if (svg == null || title == null || paper == null) {
            return "";
        }
        for (Element words : svg.select("> g[font-weight=bold] > text")) {
            if (isOf(words.text(), title.text())) {
                cut(svg, paper, new BigDecimal(words.attr("y")).subtract(ROOM));
                Element group = words.parent();
                words.remove();
                if (group != null && group.childrenSize() == 0) {
                    group.remove();
                }
                return title.text();
            }
        }
        return "";
    }

    /// Whether words are a title, maybe cut because there was no room for all of it.
    private static boolean isOf(String words, String title) {
        return words.equals(title) || (words.endsWith("…") && title.startsWith(words.substring(0, words.length() - 1)));
    }

    private static void cut(Element svg, Element paper, BigDecimal above) {
        BigDecimal height = new BigDecimal(svg.attr("height")).subtract(above);
        svg.attr("height", height.toPlainString());
        svg.attr("viewBox", "0 " + above.toPlainString() + " " + svg.attr("width") + " " + height.toPlainString());
        paper.attr("y", above.toPlainString()).attr("height", height.toPlainString());
    }
}
