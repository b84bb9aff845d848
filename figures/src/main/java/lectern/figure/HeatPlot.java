package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a heat map holds at one moment, and where each thing goes.
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
record HeatPlot(
        Labels labels,
        double[][] values,
        List<String> rowNames,
        List<String> columnNames,
        ColorMap colors,
        boolean numbers,
        @Nullable Range fixed,
        String keyLabel)
        implements Snapshot {

    private static final int PAD = 16;
    private static final double WIDEST = 480;
    private static final double HIGHEST = 380;
    private static final double LARGEST_CELL = 44;

    /// The room for a name of a row, and of a column that stands aslant, in pixels.
    private static final double NAME_ROOM = 150;

    /// Up to this many cells say their numbers to the mouse, if they do not say them to all.
    private static final int MOST_HINTED = 150;

    @Override
    public String title() {
        return labels.title();
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return values[0].length;
    }

    /// The numbers of the first and the last colour.
    Range range() {
        if (fixed != null) {
            return fixed;
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double value : row) {
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        return colors.range(min <= max ? new Range(min, max) : new Range(0, 1));
    }

    /// A number as it stands in its cell: whole if it is, else with few digits.
    static String number(double value) {
        return value == Math.rint(value) || !Double.isFinite(value) ? Numbers.text(value) : Numbers.brief(value);
    }

    @Override
    public Drawing drawing(Theme theme) {
        var sheet = new Sheet();
        double[] cell = cellSize();
        double width = Math.rint(columns() * cell[0]);
        double height = Math.rint(rows() * cell[1]);
        List<String> rowWords = names(rowNames, rows(), cell[1], Letters.SMALL + 3.0);
        List<String> columnWords = columnNames.stream()
                .map(name -> Letters.fitting(name, false, Letters.SMALL, NAME_ROOM))
                .toList();
        boolean aslant = widest(columnWords) > cell[0] - 4 && !columnNames.isEmpty();
        columnWords = names(columnWords, columns(), cell[0], aslant ? Letters.SMALL + 3.0 : widest(columns()) + 8);
        double left = PAD + (labels.y().isBlank() ? 0 : Letters.LABEL + 9) + widest(rowWords) + 8;
        double slope = Math.toRadians(40);
        double namesHeight = aslant ? widest(columnWords) * StrictMath.sin(slope) + 10 : Letters.SMALL;
        if (aslant) {
            left = Math.max(left, PAD + widest(columnWords) * StrictMath.cos(slope) - cell[0] / 2);
        }
        // A word upright beside few rows may be longer than they are high.
        double yHalf = labels.y().isBlank() ? 0 : Letters.width(labels.y(), Letters.LABEL) / 2;
        double top = PAD + (title().isBlank() ? 0 : Letters.TITLE + 9) + Math.rint(Math.max(0, yHalf - height / 2));
        double bottom = PAD + 8 + namesHeight + (labels.x().isBlank() ? 0 : Letters.LABEL + 9);
        var key = new ColorKey(colors, range(), keyLabel);
        double keyHeight = Math.max(height, key.leastHeight());
        double total =
                Math.max(left + width + key.width(keyHeight) + PAD, 2 * PAD + Letters.titleWidth(title(), WIDEST));
        var area = new Rectangle2D.Double(Math.rint(left), top, width, height);
        cells(sheet, theme, area, cell);
        for (int i = 0; i < rowWords.size(); i++) {
            double y = area.getMinY() + (i + 0.5) * cell[1] + 4;
            sheet.words(rowWords.get(i), area.getMinX() - 6, y, Letters.SMALL, theme.quietInk(), Mark.Anchor.END);
        }
        for (int i = 0; i < columnWords.size(); i++) {
            double x = area.getMinX() + (i + 0.5) * cell[0];
            double y = area.getMaxY() + Letters.SMALL + 4;
            if (aslant) {
                sheet.turned(columnWords.get(i), x + 4, y - 2, Letters.SMALL, theme.quietInk(), Mark.Anchor.END, -40);
            } else {
                sheet.words(columnWords.get(i), x, y, Letters.SMALL, theme.quietInk(), Mark.Anchor.MIDDLE);
            }
        }
        var beside = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), keyHeight);
        key.paint(sheet, theme, beside);
        double below = area.getMaxY() + 8 + namesHeight + Letters.LABEL + 7;
        sheet.words(labels.x(), area.getCenterX(), below, Letters.LABEL, theme.ink(), Mark.Anchor.MIDDLE);
        sheet.turned(
                labels.y(),
                PAD + Letters.LABEL - 3.0,
                area.getCenterY(),
                Letters.LABEL,
                theme.ink(),
                Mark.Anchor.MIDDLE,
                -90);
        double titleX = Math.clamp(
                area.getCenterX(), PAD + titleHalf(), Math.max(PAD + titleHalf(), total - PAD - titleHalf()));
        sheet.title(title(), titleX, PAD + Letters.TITLE - 2.0, total - 2 * PAD, theme.ink(), Mark.Anchor.MIDDLE);
        return new Drawing(
                (int) Math.ceil(total),
                (int) Math.ceil(
                        Math.max(area.getMaxY() + bottom, Math.max(beside.getMaxY(), area.getCenterY() + yHalf) + PAD)),
                theme.paper(),
                sheet.marks());
    }

    private double titleHalf() {
        return Letters.titleWidth(title(), WIDEST) / 2;
    }

    /// Width and height: squares, unless that would make a long matrix too thin to be seen.
    private double[] cellSize() {
        double width = Math.min(LARGEST_CELL, WIDEST / columns());
        double height = Math.min(LARGEST_CELL, HIGHEST / rows());
        double side = Math.min(width, height);
        double longest = side >= 8 ? side : Math.min(14, Math.max(width, height));
        double[] cell = {Math.min(width, Math.max(side, longest)), Math.min(height, Math.max(side, longest))};
        if (numbers) {
            double widest = 0;
            for (double[] row : values) {
                for (double value : row) {
                    widest = Math.max(widest, Letters.width(number(value), Letters.SMALL));
                }
            }
            cell[0] = Math.max(cell[0], widest + 8);
            cell[1] = Math.max(cell[1], 20);
        }
        return cell;
    }

    private static double widest(List<String> words) {
        return words.stream()
                .mapToDouble(word -> Letters.width(word, Letters.SMALL))
                .max()
                .orElse(0);
    }

    /// How wide the number of the last of so many is.
    private static double widest(int count) {
        return Letters.width(Integer.toString(count), Letters.SMALL);
    }

    /// A name for each; where there is no room for all, some are empty. Without names, they are counted from 0.
    private static List<String> names(List<String> given, int count, double cell, double room) {
        int every = Math.max(1, (int) Math.ceil(room / cell));
        if (given.isEmpty() && every > 1) {
            // Counted in round steps.
            every = (int) Ticks.step(new Range(0, every), 1, true);
        }
        int step = every;
        return IntStream.range(0, count)
                .mapToObj(i -> i % step != 0 ? "" : given.isEmpty() ? Integer.toString(i) : given.get(i))
                .toList();
    }

    private void cells(Sheet sheet, Theme theme, Rectangle2D area, double[] cell) {
        Range range = range();
        var image = new BufferedImage(columns(), rows(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                double value = values[row][column];
                Color color = Double.isFinite(value) ? colors.of(value, range) : theme.grid();
                image.setRGB(column, row, color.getRGB());
            }
        }
        sheet.picture(image, area, Math.min(cell[0], cell[1]) < 1);
        sheet.line(area, theme.grid(), new BasicStroke(0.7f));
        boolean hinted = !numbers && rows() * columns() <= MOST_HINTED;
        for (int row = 0; row < rows() && (numbers || hinted); row++) {
            for (int column = 0; column < columns(); column++) {
                var place = new Rectangle2D.Double(
                        area.getMinX() + column * cell[0], area.getMinY() + row * cell[1], cell[0], cell[1]);
                double value = values[row][column];
                if (numbers) {
                    Color ground = Double.isFinite(value) ? colors.of(value, range) : theme.grid();
                    sheet.words(
                            number(value),
                            place.getCenterX(),
                            place.getCenterY() + 4,
                            Letters.SMALL,
                            Luminance.inkOn(ground),
                            Mark.Anchor.MIDDLE);
                }
                if (hinted) {
                    sheet.hint(
                            place, name(rowNames, row) + ", " + name(columnNames, column) + ": " + Numbers.text(value));
                }
            }
        }
    }

    static String name(List<String> names, int i) {
        return names.isEmpty() ? Integer.toString(i) : names.get(i);
    }

    @Override
    public String description() {
        Range range = range();
        return "Heat map of " + rows() + (rows() == 1 ? " row" : " rows") + " and " + columns()
                + (columns() == 1 ? " column" : " columns") + ", colours from " + Numbers.text(range.min()) + " to "
                + Numbers.text(range.max()) + "."
                + (labels.y().isEmpty() ? "" : " The rows show " + labels.y() + ".")
                + (labels.x().isEmpty() ? "" : " The columns show " + labels.x() + ".");
    }

    @Override
    public String text(TextStyle style) {
        return HeatText.of(this, style);
    }
}
