package lectern.kernel.preload.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table as HTML, Markdown and plain text.
///
/// @param columns what stands over the rows
/// @param rows the cells of the rows that are shown, each with one for each column
/// @param note what stands under it, such as how much is not shown; may be empty
record TableText(List<Column> columns, List<List<String>> rows, String note) {

    /// The rows that are shown of a long table.
    static final int ROWS = 20;

    /// The columns that are shown of a wide table.
    static final int COLUMNS = 30;

    /// The characters that are shown of a long cell.
    static final int CELL = 100;

    /// In text, one long cell must not make all lines long.
    private static final int TEXT_CELL = 40;

    /// One column.
    ///
    /// @param type of what is in it; may be empty
    /// @param number whether its cells are numbers, which stand under one another by their last digits
    record Column(String name, String type, boolean number) {}

    /// What a note says of a table that may be cut: `20 rows`, `first 20 of 60,000 rows`.
    static String count(int shown, long total, String what) {
        return shown < total
                ? String.format(Locale.ROOT, "first %,d of %,d %s", shown, total, what)
                : String.format(Locale.ROOT, "%,d %s", total, total == 1 ? what.substring(0, what.length() - 1) : what);
    }

    /// What a note says of rows and columns; of columns only if some are not shown.
    static String count(int rows, long allRows, int columns, long allColumns) {
        return count(rows, allRows, "rows")
                + (columns < allColumns ? ", " + count(columns, allColumns, "columns") : "");
    }

    /// Colours are those of the page, which may be light or dark.
    String html() {
        boolean typed = columns.stream().anyMatch(column -> !column.type.isEmpty());
        var html = new StringBuilder("<table><thead><tr>");
        for (var column : columns) {
            html.append("<th").append(side(column)).append('>').append(escaped(column.name));
            if (typed) {
                html.append("<br><small style=\"font-weight:normal;opacity:0.65\">")
                        .append(escaped(column.type))
                        .append("</small>");
            }
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (var row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.append("<td")
                        .append(side(columns.get(i)))
                        .append('>')
                        .append(escaped(row.get(i)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        return note.isEmpty()
                ? html.toString()
                : html.append("<p style=\"opacity:0.65\">")
                        .append(escaped(note))
                        .append("</p>")
                        .toString();
    }

    private static String side(Column column) {
        return " style=\"text-align:" + (column.number ? "right" : "left") + "\"";
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add(markdownRow(columns.stream()
                .map(column -> column.type.isEmpty() ? column.name : column.name + " (" + column.type + ")")
                .toList()));
        lines.add(columns.stream()
                .map(column -> column.number ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |")));
        rows.forEach(row -> lines.add(markdownRow(row)));
        if (!note.isEmpty()) {
            lines.add("");
            lines.add(markdownText(note));
        }
        return String.join("\n", lines);
    }

    String plain() {
        var all = new ArrayList<List<String>>();
        all.add(columns.stream().map(Column::name).toList());
        if (columns.stream().anyMatch(column -> !column.type.isEmpty())) {
            all.add(columns.stream().map(Column::type).toList());
        }
        all.addAll(rows);
        var lines = all.stream()
                .map(row -> row.stream().map(TableText::line).toList())
                .toList();
        var widths = IntStream.range(0, columns.size())
                .map(i -> lines.stream()
                        .mapToInt(row -> row.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(i -> padded(row.get(i), widths[i], columns.get(i).number))
                                .collect(Collectors.joining("  "))
                                .stripTrailing())
                        .collect(Collectors.joining("\n"))
                + (note.isEmpty() ? "" : "\n" + note);
    }

    private static String line(String cell) {
        var line = cell.replace('\n', ' ');
        return line.length() <= TEXT_CELL ? line : line.substring(0, TEXT_CELL - 3) + "...";
    }

    private static String padded(String cell, int width, boolean right) {
        var gap = " ".repeat(width - cell.length());
        return right ? gap + cell : cell + gap;
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream().map(TableText::markdownText).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// Text that stays what it is: no bars, tags, emphasis or formulas.
    private static String markdownText(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '\n') {
                escaped.append(' ');
            } else {
                escaped.append("\\`*_|<>$".indexOf(c) >= 0 ? "\\" : "").append((char) c);
            }
        });
        return escaped.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
