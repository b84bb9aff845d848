package lectern.notes;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/// The page that lists the lectures, each with the question it answers, and then what there is beside them.
final class IndexPage {

    private IndexPage() {}

    static String of(List<Lecture> lectures) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.expectFirst("html").attr("lang", "en");
        Element main = page.body().addClass("index").appendElement("main");
        main.appendElement("h1").text(Page.COURSE);
        main.appendElement("p")
                .addClass("about")
                .text("Lecture notes. Every figure and number was computed by the Java code beside it.");
        list(main, lectures.stream().filter(Lecture::isNumbered).toList());
        List<Lecture> others =
                lectures.stream().filter(lecture -> !lecture.isNumbered()).toList();
        if (!others.isEmpty()) {
            main.appendElement("h2").text("Beside the lectures");
            list(main, others);
        }
        return Page.finish(page, Page.COURSE, "index");
    }

    private static void list(Element into, List<Lecture> lectures) {
        Element list = into.appendElement("ol").addClass("lectures");
        for (Lecture lecture : lectures) {
            Element item = list.appendElement("li");
            item.appendElement("span").addClass("number").text(lecture.number());
            Element words = item.appendElement("div");
            words.appendElement("a").attr("href", lecture.file()).html(lecture.heading());
            words.appendElement("p").html(lecture.question());
        }
    }
}
