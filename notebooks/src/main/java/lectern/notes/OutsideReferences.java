package lectern.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a page would have to fetch from elsewhere to be shown whole, and any script but the one that leafs through the
/// pictures of `frames`.
///
/// A link that the reader follows is no such reference; neither is a `data:` URI or a place in the page itself.
final class OutsideReferences {

    private static final Set<String> LOADING = Set.of("src", "srcset", "poster", "data", "background", "manifest");
    private static final Set<String> LINKS = Set.of("href", "xlink:href");
    private static final Pattern CSS_URL = Pattern.compile(
            "url\\(\\s*['\"]?(?!data:|#|['\"])([^)'\"]*)|@import\\s+['\"]([^'\"]*)", Pattern.CASE_INSENSITIVE);

    private OutsideReferences() {}

    /// Each as `<element attribute="value">`, in the order of the page; empty for a page that stands alone.
    static List<String> in(Document page) {
        var found = new ArrayList<String>();
        for (Element element : page.getAllElements()) {
            if (element.normalName().equals("script") && element.closest(".lectern-frames") == null) {
                found.add("<script>");
            }
            if (element.normalName().equals("style")) {
                addUrls("<style>", element.data() + element.wholeText(), found);
            }
            for (Attribute attribute : element.attributes()) {
                check(element, attribute, found);
            }
        }
        return found;
    }

    private static void check(Element element, Attribute attribute, List<String> found) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip();
        String shown = "<" + element.normalName() + " " + name + "=\"" + shortened(value) + "\">";
        if (name.startsWith("on")) {
            found.add(shown);
        } else if (loads(element, name)) {
            if (!value.isEmpty() && !value.startsWith("data:") && !value.startsWith("#")) {
                found.add(shown);
            }
        } else {
            addUrls(shown, value, found);
        }
    }

    private static boolean loads(Element element, String attribute) {
        return LOADING.contains(attribute)
                || (LINKS.contains(attribute) && !element.normalName().equals("a"));
    }

    private static void addUrls(String where, String css, List<String> found) {
        if (CSS_URL.matcher(css).find()) {
            found.add(where);
        }
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 77) + "...";
    }
}
