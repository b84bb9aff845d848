package lectern.notes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// One executed notebook: its raw page, and what the index says of it.
///
/// @param name the notebook's file name without its ending, such as `04-backpropagation`; the page is named after it
/// @param page the raw page, with the formulas already rendered
record Lecture(String name, Document page) {

    /// @param html the raw page
    /// @throws NotesException if a formula is wrong; the message names page and formula
    static Lecture of(String name, String html, Formulas formulas) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        for (Element element : page.select("span.tex")) {
            String tex = tex(element);
            try {
                Element rendered = Jsoup.parseBodyFragment(formulas.html(tex, element.hasClass("display")))
                        .body()
                        .child(0);
                element.removeAttr("data-tex").appendChild(rendered);
            } catch (FormulaException e) {
                throw new NotesException(name + ": formula " + tex + ": " + e.getMessage(), e);
            }
        }
        return new Lecture(name, page);
    }

    private static String tex(Element element) {
        byte[] bytes = Base64.getDecoder().decode(element.attr("data-tex"));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String file() {
        return name + ".html";
    }

    String slidesFile() {
        return name + ".slides.html";
    }

    /// Whether it is one of the course, in its order, and not something beside it.
    boolean isNumbered() {
        return !number().isEmpty();
    }

    /// The number that the name starts with, without leading zeros; empty where there is none.
    String number() {
        return name.replaceFirst("^0*(\\d*).*$", "$1");
    }

    /// The first heading in words, or the name where there is none.
    String title() {
        return words(page.selectFirst("h1"), name);
    }

    /// The first heading as it stands on the page, with its formulas.
    String heading() {
        Element first = page.selectFirst("h1");
        return first == null ? Entities.escape(name) : first.html();
    }

    /// The first paragraph, as it stands on the page; the lecture's question. Empty where there is none.
    String question() {
        Element first = page.selectFirst("section.text > p");
        return first == null ? "" : first.html();
    }

    /// The text of an element, a formula in it by its TeX.
    private static String words(@Nullable Element element, String otherwise) {
        if (element == null) {
            return otherwise;
        }
        Element copy = element.clone();
        copy.select(".katex-html").remove();
        copy.select(".katex-mathml")
                .forEach(math -> math.text(math.select("annotation").text()));
        return copy.text();
    }
}
