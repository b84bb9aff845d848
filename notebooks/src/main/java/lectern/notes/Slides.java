package lectern.notes;

import java.util.List;
import org.jsoup.nodes.Element;

/// Cuts the cells of a lecture into slides.
///
/// Where the notebook says what is a slide (`slideshow.slide_type` in the metadata of cells, as Jupyter's editors write
/// it), that is done; fragments stay with what is before them. Otherwise each heading begins a slide, and so do words
/// after code, and each cell of code but the one that a few words lead to.
final class Slides {

    /// How many letters are few words.
    private static final int FEW = 300;

    private final Element deck = new Element("main");
    private Element slide = new Element("div");
    private String heading = "";

    private Slides() {}

    /// @param main the content of a lecture; it is taken apart
    static Element of(Element main) {
        var slides = new Slides();
        slides.begin();
        boolean chosen = main.selectFirst("> [data-slide]") != null;
        for (Element section : List.copyOf(main.children())) {
            if (chosen) {
                slides.asTold(section);
            } else if (section.hasClass("code")) {
                slides.code(section);
            } else {
                List.copyOf(section.children()).forEach(slides::words);
            }
        }
        slides.deck.select("> .slide:not(:has(> .content > *))").remove();
        return slides.deck;
    }

    private void asTold(Element section) {
        switch (section.attr("data-slide")) {
            case "skip", "notes" -> {}
            case "slide", "subslide" -> {
                begin();
                slide.appendChild(section);
            }
            default -> slide.appendChild(section);
        }
    }

    private void code(Element section) {
        if (slide.selectFirst("section.code, .tex.display") != null || words() > FEW) {
            goOn();
        }
        slide.appendChild(section);
    }

    private int words() {
        return slide.select("section.text > :not(h1, h2, h3)").text().length();
    }

    private void words(Element element) {
        if (element.is("h1, h2, h3")) {
            begin();
            heading = element.html();
        } else if (slide.selectFirst("section.code") != null) {
            goOn();
        }
        Element last = slide.lastElementChild();
        Element section = last != null && last.hasClass("text")
                ? last
                : slide.appendElement("section").addClass("text");
        section.appendChild(element);
    }

    private void begin() {
        slide = deck.appendElement("div").addClass("slide").appendElement("div").addClass("content");
    }

    /// A slide under the heading of the one before.
    private void goOn() {
        begin();
        if (!heading.isEmpty()) {
            slide.appendElement("p").addClass("again").html(heading);
        }
    }
}
