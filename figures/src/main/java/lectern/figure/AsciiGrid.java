package lectern.figure;

import java.util.ArrayList;
import java.util.List;

/// An image grid in letters: darker letters for brighter pixels, captions below, labels above.
final class AsciiGrid {

    /// From black to white, as it looks on paper when brightness is ink.
    private static final String SHADES = " .:-=+*#%@";

    private static final String BLOCKS = " ░▒▓█";

    private static final int LINE = 112;
    private static final int PICTURE = 12;
    private static final String GAP = "  ";

    private AsciiGrid() {}

    static String of(GridPlot grid, TextStyle style) {
        var out = new StringBuilder();
        line(out, Ascii.in(style, grid.title()));
        for (GridRow row : grid.rows()) {
            line(out, Ascii.in(style, row.label()));
            int cellWidth = Math.max(columns(grid), widestCaption(row, style));
            int perLine = Math.max(1, LINE / (cellWidth + GAP.length()));
            List<GridRow.Cell> cells = row.cells();
            for (int from = 0; from < cells.size(); from += perLine) {
                pictures(out, grid, style, cells.subList(from, Math.min(cells.size(), from + perLine)), cellWidth);
            }
        }
        if (grid.rows().isEmpty()) {
            line(out, "(no images)");
        }
        return out.toString().stripTrailing();
    }

    /// Letters in a row of a picture. A letter is twice as high as wide, so there are half as many rows.
    private static int columns(GridPlot grid) {
        return Math.min(PICTURE, grid.width());
    }

    private static int rows(GridPlot grid) {
        return Math.max(1, (int) Math.round(columns(grid) / 2.0 * grid.height() / grid.width()));
    }

    private static int widestCaption(GridRow row, TextStyle style) {
        return row.cells().stream()
                .mapToInt(cell -> Ascii.in(style, cell.caption()).length())
                .max()
                .orElse(0);
    }

    private static void pictures(
            StringBuilder out, GridPlot grid, TextStyle style, List<GridRow.Cell> cells, int cellWidth) {
        for (int row = 0; row < rows(grid); row++) {
            var parts = new ArrayList<String>();
            for (GridRow.Cell cell : cells) {
                parts.add(padded(shades(grid, style, cell.picture(), row), cellWidth));
            }
            // An empty line of a picture stays, or it would be shorter than its neighbour.
            out.append(String.join(GAP, parts).stripTrailing()).append('\n');
        }
        var captions = new ArrayList<String>();
        for (GridRow.Cell cell : cells) {
            captions.add(padded(Ascii.in(style, cell.caption()), cellWidth));
        }
        line(out, String.join(GAP, captions));
    }

    private static String shades(GridPlot grid, TextStyle style, GridPicture picture, int row) {
        var out = new StringBuilder();
        String shades = style == TextStyle.ASCII ? SHADES : BLOCKS;
        Range range = grid.range();
        int columns = columns(grid);
        int top = row * grid.height() / rows(grid);
        int bottom = Math.max(top + 1, (row + 1) * grid.height() / rows(grid));
        for (int column = 0; column < columns; column++) {
            int left = column * grid.width() / columns;
            int right = Math.max(left + 1, (column + 1) * grid.width() / columns);
            double sum = 0;
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    sum += grid.shade(picture, y, x, range);
                }
            }
            double brightness = sum / ((bottom - top) * (right - left));
            out.append(shades.charAt((int) Math.round(brightness * (shades.length() - 1))));
        }
        return out.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static void line(StringBuilder out, String line) {
        if (!line.isBlank()) {
            out.append(line.stripTrailing()).append('\n');
        }
    }
}
