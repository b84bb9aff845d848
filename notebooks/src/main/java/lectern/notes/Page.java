package lectern.notes;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What every page of the notes has: a head, the style with its fonts, and nothing that is fetched from elsewhere.
final class Page {

    static final String COURSE = "Deep learning";

    private Page() {}

    /// The finished text of a page whose body is complete.
    ///
    /// @param name says in an error which page it is
    /// @throws NotesException if the page would load something from elsewhere, or run a script that is not known
    static String finish(Document page, String title, String name) {
        Element head = page.head().empty();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text(title);
        // Without an icon of its own, a page that is served makes the browser ask for one.
        head.appendElement("link").attr("rel", "icon").attr("href", "data:,");
        style(head, FormulaStyle.of(page));
        style(head, Resource.text("notes.css"));
        if (page.body().hasClass("slides")) {
            style(head, Resource.text("slides.css"));
        }
        List<String> outside = OutsideReferences.in(page);
        if (!outside.isEmpty()) {
            throw new NotesException(name + ": expected a page that stands alone, found " + String.join(", ", outside)
                    + "; put the content itself into the notebook");
        }
        return page.outerHtml() + "\n";
    }

    private static void style(Element head, String css) {
        if (!css.isEmpty()) {
            head.appendElement("style").appendChild(new DataNode(css));
        }
    }

    /// An anchor for each heading that has none yet, made of its words, so that others can link to it.
    static void anchor(Document page) {
        for (Element heading : page.select("h1, h2, h3, h4")) {
            String id = heading.hasAttr("id") ? heading.id() : free(slug(heading.ownText()), page);
            if (!id.isEmpty() && !heading.hasClass("anchored")) {
                heading.attr("id", id).addClass("anchored");
                heading.appendElement("a")
                        .addClass("anchor")
                        .attr("href", "#" + id)
                        .attr("aria-label", "link to this section")
                        .text("#");
            }
        }
    }

    /// The id itself, or with a number behind it where the page has it already.
    private static String free(String id, Document page) {
        String free = id;
        for (int i = 2; !id.isEmpty() && page.getElementById(free) != null; i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String slug(String words) {
        return words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
