package lectern.notes;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The slides of one lecture: a page of slides as large as the window, which the arrow keys leaf through.
///
/// Without its script they are scrolled one by one; printed, each is a page.
final class SlidesPage {

    private SlidesPage() {}

    static String of(Lecture lecture) {
        Document page = LecturePage.content(lecture);
        page.select(".anchor").remove();
        Element main = page.expectFirst("main");
        Element deck = Slides.of(main);
        main.replaceWith(deck);
        page.body().addClass("slides");
        String finished = Page.finish(page, lecture.title() + " - slides", lecture.name());
        int end = finished.lastIndexOf("</body>");
        // The check for scripts is about what comes out of a notebook; this one is ours.
        return finished.substring(0, end) + "<script>\n" + Resource.text("slides.js") + "</script>\n"
                + finished.substring(end);
    }
}
