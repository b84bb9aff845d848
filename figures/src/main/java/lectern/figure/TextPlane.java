package lectern.figure;

/// A plane in characters: 60 by 15, or with Braille dots 120 by 60.
final class TextPlane {

    static final int COLUMNS = 60;
    static final int ROWS = 15;

    /// One sign for each series, then the same again.
    private static final String SIGNS = "*o+x#@%&=~";

    /// Arrows in the eight directions, from the right on against the clock.
    private static final String ASCII_ARROWS = ">/^\\</v\\";

    private static final String ARROWS = "→↗↑↖←↙↓↘";

    private final TextStyle style;
    private final Axis xAxis;
    private final Axis yAxis;
    private final Range x;
    private final Range y;
    private final boolean several;
    /// Whether characters cover everything, so that dots would not be seen.
    private boolean filled;

    private final TextField field = new TextField(COLUMNS, ROWS);

    /// @param several whether there is more than one series, so that dots alone do not tell them apart
    TextPlane(TextStyle style, Axis xAxis, Axis yAxis, Range x, Range y, boolean several) {
        this.style = style;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.x = x;
        this.y = y;
        this.several = several;
    }

    TextStyle style() {
        return style;
    }

    String row(int row) {
        return field.row(row);
    }

    static char sign(int index) {
        return SIGNS.charAt(index % SIGNS.length());
    }

    boolean has(double px, double py) {
        double u = u(px);
        double v = v(py);
        return u >= 0 && u <= 1 && v >= 0 && v <= 1;
    }

    /// A point of a series; with dots, only signs tell the clouds apart.
    void point(double px, double py, int index, boolean joined) {
        if (style == TextStyle.BRAILLE && !filled && (joined || !several)) {
            dot(px, py, '.');
        } else {
            put(px, py, sign(index));
        }
    }

    /// Says at the end of a line of dots whose it is.
    void end(double px, double py, int index) {
        if (style == TextStyle.BRAILLE && several) {
            put(px, py, sign(index));
        }
    }

    /// A dot, or where there are none a character.
    void dot(double px, double py, int character) {
        if (!has(px, py)) {
            return;
        }
        if (style == TextStyle.BRAILLE) {
            field.dot(cell(u(px), 2 * COLUMNS), 4 * ROWS - 1 - cell(v(py), 4 * ROWS));
        } else {
            field.putIfBlank(column(px), row(py), character);
        }
    }

    /// A character that covers what is there.
    void put(double px, double py, int character) {
        if (has(px, py)) {
            field.put(column(px), row(py), character);
        }
    }

    void words(double px, double py, String words) {
        if (has(px, py) && !words.isEmpty()) {
            field.words(column(px) + 1, row(py), words);
        }
    }

    /// A line between two points, where nothing stands yet.
    void join(double x1, double y1, double x2, double y2) {
        if (style == TextStyle.BRAILLE) {
            int column1 = cell(u(x1), 2 * COLUMNS);
            int column2 = cell(u(x2), 2 * COLUMNS);
            int row1 = 4 * ROWS - 1 - cell(v(y1), 4 * ROWS);
            int row2 = 4 * ROWS - 1 - cell(v(y2), 4 * ROWS);
            int steps = Math.max(Math.abs(column2 - column1), Math.abs(row2 - row1));
            for (int step = 0; step <= steps; step++) {
                double share = steps == 0 ? 0 : (double) step / steps;
                field.dot(
                        column1 + (int) Math.round(share * (column2 - column1)),
                        row1 + (int) Math.round(share * (row2 - row1)));
            }
            return;
        }
        int from = column(x1);
        int fromRow = row(y1);
        int steps = Math.abs(column(x2) - from);
        for (int step = 1; step < steps; step++) {
            double share = (double) step / steps;
            field.putIfBlank(
                    from + (int) Math.round(share * (column(x2) - from)),
                    fromRow + (int) Math.round(share * (row(y2) - fromRow)),
                    '.');
        }
    }

    /// A bar from the lower edge up to a number, between two others.
    void column(double left, double right, double top, int character) {
        int height = cell(Math.max(0, v(top)), ROWS);
        int last = Math.max(column(left), column(right) - 1);
        for (int column = column(left); top > 0 && column <= last; column++) {
            for (int row = ROWS - 1 - height; row < ROWS; row++) {
                field.put(column, row, character);
            }
        }
    }

    void vertical(double at, String label) {
        if (u(at) >= 0 && u(at) <= 1) {
            for (int row = 0; row < ROWS; row++) {
                double height = yAxis.value(y.max() - y.length() * row / (ROWS - 1));
                rule(at, height, column(at), row, '|');
            }
            field.words(column(at) + 1, 0, label);
        }
    }

    void horizontal(double at, String label) {
        if (v(at) >= 0 && v(at) <= 1) {
            for (int column = 0; column < COLUMNS; column++) {
                double width = xAxis.value(x.min() + x.length() * column / (COLUMNS - 1));
                rule(width, at, column, row(at), '-');
            }
            field.words(COLUMNS, row(at), label);
        }
    }

    private void rule(double px, double py, int column, int row, int character) {
        if (style == TextStyle.BRAILLE) {
            dot(px, py, character);
        } else {
            field.putIfBlank(column, row, character);
        }
    }

    /// Gets the character of every place in the field.
    void fill(Filling filling) {
        filled = true;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double px = xAxis.value(x.min() + x.length() * column / (COLUMNS - 1));
                double py = yAxis.value(y.max() - y.length() * row / (ROWS - 1));
                field.put(column, row, filling.at(px, py));
            }
        }
    }

    /// The character at a point of the plane.
    interface Filling {
        int at(double x, double y);
    }

    /// The arrow that comes nearest to a direction.
    char arrow(double dx, double dy) {
        double u = dx / x.length();
        double v = dy / y.length();
        if (u == 0 && v == 0) {
            return '.';
        }
        int eighth = Math.floorMod(Math.round(StrictMath.atan2(v, u) / (Math.PI / 4)), 8);
        return (style == TextStyle.ASCII ? ASCII_ARROWS : ARROWS).charAt(eighth);
    }

    private double u(double px) {
        return (xAxis.position(px) - x.min()) / x.length();
    }

    private double v(double py) {
        return (yAxis.position(py) - y.min()) / y.length();
    }

    private int column(double px) {
        return cell(u(px), COLUMNS);
    }

    private int row(double py) {
        return ROWS - 1 - cell(v(py), ROWS);
    }

    private static int cell(double share, int cells) {
        return (int) Math.round(share * (cells - 1));
    }
}
