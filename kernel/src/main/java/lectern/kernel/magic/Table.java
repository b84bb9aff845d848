package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// Rows under a heading, as HTML and as text in columns.
///
/// @param heading the names of the columns
/// @param rows each with as many cells
record Table(List<String> heading, List<List<String>> rows) {

    DisplayData bundle() {
        var bundle = new DisplayData(text());
        bundle.putHTML(html());
        return bundle;
    }

    private String text() {
        var all = new ArrayList<List<String>>(rows);
        all.addFirst(heading);
        var widths = new int[heading.size()];
        for (var row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return all.stream()
                .map(row -> {
                    var line = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        var cell = row.get(i);
                        line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .collect(Collectors.joining("\n"));
    }

    private String html() {
        var html = new StringBuilder("<table>");
        html.append(row(heading, "th"));
        rows.forEach(row -> html.append(row(row, "td")));
        return html.append("</table>").toString();
    }

    private static String row(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<" + tag + " style=\"text-align: left\">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
