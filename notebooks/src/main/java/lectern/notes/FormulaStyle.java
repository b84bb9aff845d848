package lectern.notes;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/// KaTeX's style for one page, with the fonts inside that the page's formulas need and no others.
///
/// A face is needed when a rule that asks for its family, slant and weight selects something on the page.
final class FormulaStyle {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern FACE = Pattern.compile("@font-face\\{([^{}]*)}");
    private static final Pattern FAMILY = Pattern.compile("KaTeX_\\w+");
    private static final Pattern WOFF2 = Pattern.compile("url\\((fonts/[^)]*\\.woff2)\\)");
    private static final Pattern PSEUDO_ELEMENT = Pattern.compile("::?(before|after)");

    /// A font face as a rule asks for it: the family, and whether slanted and bold.
    private record Face(String family, boolean italic, boolean bold) {

        static Face of(String declarations) {
            Matcher family = FAMILY.matcher(declarations);
            return new Face(
                    family.find() ? family.group() : "KaTeX_Main",
                    declarations.contains("font-style:italic"),
                    declarations.contains("font-weight:700") || declarations.contains("font-weight:bold"));
        }
    }

    private FormulaStyle() {}

    /// @return the style, or nothing where the page has no formula
    static String of(Document page) {
        if (page.selectFirst(".katex") == null) {
            return "";
        }
        String css = Katex.style();
        String rules = FACE.matcher(css).replaceAll("");
        Set<Face> needed = RULE.matcher(rules)
                .results()
                .filter(rule -> rule.group(2).contains("font"))
                .filter(rule -> selects(rule.group(1), page))
                .map(rule -> Face.of(rule.group(2)))
                .collect(Collectors.toSet());
        List<String> faces = new ArrayList<>();
        FACE.matcher(css)
                .results()
                .map(MatchResult::group)
                .filter(face -> needed.contains(Face.of(face)))
                .forEach(face -> faces.add(inline(face)));
        return String.join("\n", faces) + "\n" + rules;
    }

    private static boolean selects(String selector, Document page) {
        return page.selectFirst(PSEUDO_ELEMENT.matcher(selector).replaceAll("")) != null;
    }

    /// The face with its WOFF2 file as data, and without the older formats.
    private static String inline(String face) {
        Matcher file = WOFF2.matcher(face);
        if (!file.find()) {
            throw new IllegalStateException("katex: expected a WOFF2 file in " + face);
        }
        String data = Base64.getEncoder().encodeToString(Katex.font(file.group(1)));
        String before = face.substring(0, face.indexOf("src:"));
        return before + "src:url(data:font/woff2;base64," + data + ") format(\"woff2\")}";
    }
}
