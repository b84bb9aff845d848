package lectern.notes;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Lets the reader fold the code of a page, each cell and all at once, without a script.
///
/// A box to tick belongs to each cell; the box of the page turns the meaning of all of them round. The style does the
/// rest, on the screen and on paper.
final class CodeCells {

    private CodeCells() {}

    static void fold(Document page) {
        for (Element input : page.select("section.code > .input")) {
            long lines = input.select("pre").text().strip().lines().count();
            Element label = new Element("label").addClass("fold");
            Element box = label.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("autocomplete", "off")
                    .attr("aria-label", "fold or unfold this code");
            if (input.closest("[data-folded]") != null) {
                box.attr("checked", "");
            }
            label.appendElement("span").text(lines == 1 ? "1 line of code" : lines + " lines of code");
            input.prependChild(label);
        }
    }

    /// The box of the page; nothing where there is no code.
    static void choice(Document page, Element into) {
        if (page.selectFirst(".input .fold") != null) {
            Element label = into.appendElement("label").addClass("fold-all");
            label.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("autocomplete", "off")
                    .attr("id", "fold-all");
            label.appendText(" Fold the code");
        }
    }
}
