package lectern.kernel.preload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/// The first rows of a table, as HTML, Markdown and plain text.
///
/// @param header the names of the columns
/// @param types their types
/// @param rows the cells of the rows that are shown
/// @param total the number of rows that there are
record TableText(String title, List<String> header, List<String> types, List<List<String>> rows, int total) {

    private static final int ROWS = 20;

    static TableText of(Table table) {
        int shown = Math.min(ROWS, table.rowCount());
        return new TableText(
                table.name() == null ? "" : table.name(),
                List.copyOf(table.columnNames()),
                table.columns().stream()
                        .map(c -> c.type().name().toLowerCase(Locale.ROOT))
                        .toList(),
                IntStream.range(0, shown)
                        .mapToObj(row -> table.columns().stream()
                                .map(column -> column.getString(row))
                                .toList())
                        .toList(),
                table.rowCount());
    }

    String html() {
        var html = new StringBuilder("<table><thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            html.append("<th>")
                    .append(escaped(header.get(i)))
                    .append("<br><small>")
                    .append(escaped(types.get(i)))
                    .append("</small></th>");
        }
        html.append("</tr></thead><tbody>");
        for (var row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table>")
                .append("<p>")
                .append(escaped(count()))
                .append("</p>")
                .toString();
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add(markdownRow(IntStream.range(0, header.size())
                .mapToObj(i -> header.get(i) + " (" + types.get(i) + ")")
                .toList()));
        lines.add("|" + " --- |".repeat(header.size()));
        rows.forEach(row -> lines.add(markdownRow(row)));
        lines.add("");
        lines.add(count());
        return String.join("\n", lines);
    }

    String plain() {
        var all = new ArrayList<List<String>>(List.of(header, types));
        all.addAll(rows);
        var widths = IntStream.range(0, header.size())
                .map(i ->
                        all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return all.stream()
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(i -> row.get(i)
                                        + " ".repeat(widths[i] - row.get(i).length()))
                                .collect(Collectors.joining("  "))
                                .stripTrailing())
                        .collect(Collectors.joining("\n"))
                + "\n" + count();
    }

    private String count() {
        return (title.isEmpty() ? "" : title + ": ") + total + " rows"
                + (rows.size() < total ? ", the first " + rows.size() + " shown" : "");
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
