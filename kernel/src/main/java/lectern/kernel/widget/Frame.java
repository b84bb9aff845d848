package lectern.kernel.widget;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lectern.kernel.display.Notebook;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/// A picture as it was at some time, with its label.
///
/// @param bundle all forms that it has
record Frame(String label, DisplayData bundle) {

    static Frame of(String label, @Nullable Object picture) {
        return new Frame(label, Notebook.render(picture));
    }

    /// As text.
    String text() {
        return part(MIMEType.TEXT_PLAIN).orElse("");
    }

    /// A part of a page that needs nothing else.
    ///
    /// An SVG document stands there as an image: so its ids and styles are its own, whatever else the page has.
    ///
    /// @param caption says what it is to who cannot see it
    String html(String caption) {
        return part(MIMEType.IMAGE_SVG)
                .map(svg -> image("image/svg+xml," + escapedForUri(svg), caption))
                .or(() -> part(MIMEType.IMAGE_PNG).map(png -> image("image/png;base64," + png.strip(), caption)))
                .or(() -> part(MIMEType.TEXT_HTML))
                .orElseGet(() -> "<pre>" + escaped(text()) + "</pre>");
    }

    private Optional<String> part(MIMEType type) {
        return Optional.ofNullable(bundle.getData(type)).map(String::valueOf);
    }

    private static String image(String data, String caption) {
        return "<img alt=\"" + escaped(caption) + "\" style=\"max-width:100%\" src=\"data:" + data + "\">";
    }

    /// Only what must not stand there: most of a drawing is digits.
    private static String escapedForUri(String svg) {
        var escaped = new StringBuilder(svg.length() + svg.length() / 8);
        svg.codePoints().forEach(c -> {
            if (c < ' ') {
                escaped.append(' ');
            } else if (c > '~' || "%#\"<>?{}|\\^`[]&".indexOf(c) >= 0) {
                escaped.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
