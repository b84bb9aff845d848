package lectern.figure;

import java.util.Arrays;

/// A field of characters, with a finer field of Braille dots behind it: a character that is put covers the dots.
final class TextField {

    private static final int BLANK = ' ';
    private static final int BRAILLE = 0x2800;

    /// The dots of a Braille character, by row and column, as Unicode numbers them.
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    final int columns;
    final int rows;
    private final int[][] cells;
    private final int[][] dots;

    TextField(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cells = new int[rows][columns];
        this.dots = new int[rows][columns];
        for (int[] row : cells) {
            Arrays.fill(row, BLANK);
        }
    }

    void put(int column, int row, int character) {
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            cells[row][column] = character;
        }
    }

    boolean blank(int column, int row) {
        return cells[row][column] == BLANK;
    }

    void putIfBlank(int column, int row, int character) {
        if (blank(column, row)) {
            put(column, row, character);
        }
    }

    /// Sets a dot; there are two to a column and four to a row.
    void dot(int x, int y) {
        if (x >= 0 && x < 2 * columns && y >= 0 && y < 4 * rows) {
            dots[y / 4][x / 2] |= DOTS[y % 4][x % 2];
        }
    }

    void words(int column, int row, String words) {
        int start = Math.clamp(
                column, 0, Math.max(0, columns - (int) words.codePoints().count()));
        int at = 0;
        for (int character : words.codePoints().toArray()) {
            put(start + at++, row, character);
        }
    }

    String row(int row) {
        var out = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            boolean dotted = cells[row][column] == BLANK && dots[row][column] != 0;
            out.appendCodePoint(dotted ? BRAILLE + dots[row][column] : cells[row][column]);
        }
        return out.toString();
    }
}
