package lectern.notes;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What stands beside a lecture: its headings, and the choice whether its code is shown.
///
/// Where there is no room beside the text it is one line above it, which opens.
final class Contents {

    private Contents() {}

    /// @param page with its anchors
    static Element of(Document page) {
        Element contents = new Element("aside").addClass("contents");
        Element headings = headings(page);
        if (headings.childrenSize() > 1) {
            contents.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("id", "show-contents")
                    .attr("autocomplete", "off");
            contents.appendElement("label").attr("for", "show-contents").text("Contents");
            contents.appendElement("nav").attr("aria-label", "Contents").appendChild(headings);
        }
        CodeCells.choice(page, contents);
        return contents;
    }

    private static Element headings(Document page) {
        Element list = new Element("ol");
        for (Element heading : page.select("section.text :is(h2, h3)[id]")) {
            Element words = heading.clone();
            words.select(".anchor").remove();
            Element item = (heading.normalName().equals("h2") ? list : innermost(list)).appendElement("li");
            item.appendElement("a").attr("href", "#" + heading.id()).html(words.html());
        }
        return list;
    }

    /// The list below the last heading, or the list itself where there is none yet.
    private static Element innermost(Element list) {
        Element last = list.lastElementChild();
        if (last == null) {
            return list;
        }
        Element below = last.selectFirst("> ol");
        return below == null ? last.appendElement("ol") : below;
    }
}
