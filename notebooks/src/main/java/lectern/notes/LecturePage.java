package lectern.notes;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The page of one lecture, with the ways to its neighbours.
final class LecturePage {

    private LecturePage() {}

    /// @param previous the lecture before, or null at the first
    /// @param next the lecture after, or null at the last
    static String of(Lecture lecture, @Nullable Lecture previous, @Nullable Lecture next) {
        Document page = content(lecture);
        page.body().addClass("lecture");
        page.body().prependChild(Contents.of(page));
        page.body().prependChild(navigation("above", previous, next));
        page.body().appendChild(navigation("below", previous, next));
        return Page.finish(page, lecture.title() + " - " + Page.COURSE, lecture.name());
    }

    /// The text and the cells, with numbered figures, links that lead somewhere, and code that can be folded.
    ///
    /// @throws NotesException if a link leads nowhere, or a name is there twice
    static Document content(Lecture lecture) {
        Document page = lecture.page().clone();
        Page.anchor(page);
        PictureIds.separate(page);
        FigureNumbers.give(page, lecture.name());
        References.complete(page, lecture.name());
        CodeCells.fold(page);
        // A table wider than a small screen scrolls by itself, not the page.
        page.select("section.text > table, .output table").wrap("<div class=\"table\"></div>");
        for (Element math : page.select(".tex.display")) {
            math.attr("tabindex", "0");
        }
        return page;
    }

    private static Element navigation(String place, @Nullable Lecture previous, @Nullable Lecture next) {
        Element navigation = new Element("nav").addClass(place);
        link(navigation, previous, "previous");
        navigation
                .appendElement("a")
                .addClass("index")
                .attr("href", "index.html")
                .text(Page.COURSE);
        link(navigation, next, "next");
        return navigation;
    }

    private static void link(Element navigation, @Nullable Lecture to, String direction) {
        if (to != null) {
            navigation
                    .appendElement("a")
                    .addClass(direction)
                    .attr("rel", direction.equals("previous") ? "prev" : "next")
                    .attr("href", to.file())
                    .text(to.title());
        }
    }
}
