package lectern.notes;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Makes the ids within pictures different from all others of the page, which is one space of ids to all of them.
final class PictureIds {

    private static final Pattern URL = Pattern.compile("url\\(\\s*(['\"]?)#([^)'\"]+)\\1\\s*\\)");

    private PictureIds() {}

    static void separate(Document page) {
        int picture = 0;
        for (Element svg : page.select("svg:not(svg svg)")) {
            picture++;
            Map<String, String> names = new HashMap<>();
            for (Element element : svg.select("[id]")) {
                String name = "picture-" + picture + "-" + element.id();
                names.put(element.id(), name);
                element.attr("id", name);
            }
            if (!names.isEmpty()) {
                svg.getAllElements().forEach(element -> follow(element, names));
            }
        }
    }

    private static void follow(Element element, Map<String, String> names) {
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            if (attribute.getKey().endsWith("href") && value.startsWith("#")) {
                attribute.setValue("#" + names.getOrDefault(value.substring(1), value.substring(1)));
            } else if (value.contains("url(")) {
                attribute.setValue(URL.matcher(value)
                        .replaceAll(found -> "url(#" + names.getOrDefault(found.group(2), found.group(2)) + ")"));
            }
        }
    }
}
