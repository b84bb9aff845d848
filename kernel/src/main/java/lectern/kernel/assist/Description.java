package lectern.kernel.assist;

import java.util.stream.Collectors;

/// What a name means, for a reader.
///
/// @param text in plain text
/// @param html the same with headings, lists and code as such
public record Description(String text, String html) {

    /// Of text alone.
    public static Description of(String text) {
        return new Description(text, code(text));
    }

    /// Text with its line breaks, as HTML.
    static String code(String text) {
        return "<pre>" + escaped(text) + "</pre>";
    }

    static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '&' -> "&amp;";
                    case '"' -> "&quot;";
                    default -> String.valueOf((char) c);
                })
                .collect(Collectors.joining());
    }

    /// With more below it.
    Description and(Description more) {
        return new Description(text + "\n\n" + more.text, html + "\n" + more.html);
    }
}
