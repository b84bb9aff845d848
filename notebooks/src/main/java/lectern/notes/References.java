package lectern.notes;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The links from one place of a page to another: each has to lead somewhere, and those to figures say their numbers.
///
/// `[Figure](#mistakes)` reads "Figure 7" where that is the number of the figure with this name.
final class References {

    private References() {}

    /// @param page with its anchors and the numbers of its figures
    /// @param name says in an error which page it is
    /// @throws NotesException if a link leads nowhere
    static void complete(Document page, String name) {
        for (Element link : page.select("a[href^=#]")) {
            String to = link.attr("href").substring(1);
            Element target = to.isEmpty() ? page.body() : page.getElementById(to);
            if (target == null) {
                throw new NotesException(name + ": expected a heading or a figure for the link [" + link.text() + "](#"
                        + to + "), found none; give the figure's cell \"name\": \"" + to + "\" in its metadata");
            }
            if (target.hasAttr("data-number")
                    && link.text().strip().toLowerCase(Locale.ROOT).equals("figure")) {
                link.text(link.text().strip() + " " + target.attr("data-number"));
            }
        }
    }
}
