package lectern.notes;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Gives the figures of a page numbers and captions.
///
/// A figure is a picture, or pictures to leaf through, that a cell has shown. Its caption is the one in the metadata of
/// its cell (`"caption": "…"`, in Markdown, with formulas), else its title. Links lead to it by its number
/// (`#figure-3`) or by the name in the metadata of its cell (`"name": "…"`).
final class FigureNumbers {

    private FigureNumbers() {}

    /// @param name says in an error which page it is
    /// @throws NotesException if a figure has the name of another one, or of a heading
    static void give(Document page, String name) {
        page.select("div.output.html:has(.lectern-frames)").wrap("<figure class=\"output\"></figure>");
        int number = 0;
        for (Element cell : page.select("section.code")) {
            List<Element> figures = cell.select("figure.output");
            Element own = cell.selectFirst("> .caption");
            for (int i = 0; i < figures.size(); i++) {
                Element figure = figures.get(i);
                number++;
                // Of several figures the words of the cell are about the last, which is its value.
                boolean last = i == figures.size() - 1;
                String id = last && cell.hasAttr("data-name") ? cell.attr("data-name") : "figure-" + number;
                if (page.getElementById(id) != null) {
                    throw new NotesException(name + ": expected one place named " + id
                            + ", found two; rename the figure in its cell's metadata");
                }
                figure.attr("id", id);
                figure.attr("data-number", "" + number);
                caption(figure, number, last ? own : null);
            }
            if (own != null) {
                own.remove();
            }
        }
    }

    private static void caption(Element figure, int number, @Nullable Element own) {
        String title = PictureTitle.take(figure.selectFirst("> svg"));
        Element caption = figure.appendElement("figcaption");
        caption.appendElement("a")
                .addClass("number")
                .attr("href", "#" + figure.id())
                .text("Figure " + number);
        if (own != null) {
            caption.append(" ")
                    .append(own.select("> p").stream()
                            .map(Element::html)
                            .reduce((before, after) -> before + "<br>" + after)
                            .orElse(own.html()));
        } else if (!title.isEmpty()) {
            caption.appendText(" " + title);
        }
    }
}
