package lectern.figure;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an image grid holds at one moment, and where each thing goes.
///
/// @param colors of the numbers; null for brightness
/// @param key what the colours say; null for no bar beside the pictures
record GridPlot(
        String title,
        int height,
        int width,
        boolean inverted,
        @Nullable ColorMap colors,
        @Nullable String key,
        List<GridRow> rows)
        implements Snapshot {

    private static final int MARGIN = 16;
    private static final int GAP = 8;
    private static final int TITLE_SIZE = 15;
    private static final int TEXT_SIZE = 12;
    private static final int CAPTION_HEIGHT = 18;

    /// Pictures are enlarged by a whole number, to about this many pixels.
    private static final int PICTURE_SIZE = 64;

    /// Letters of the reader's machine may be wider than those measured here.
    private static final double WIDER = 1.1;

    /// The numbers of the first and the last colour.
    Range range() {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (GridRow row : rows) {
            for (GridRow.Cell cell : row.cells()) {
                for (int i = 0; i < height * width; i++) {
                    double value = cell.picture().raw(i / width, i % width);
                    if (Double.isFinite(value)) {
                        min = Math.min(min, value);
                        max = Math.max(max, value);
                    }
                }
            }
        }
        Range range = min <= max ? new Range(min, max) : new Range(0, 1);
        return colors == null ? new Range(0, 1) : colors.range(range);
    }

    /// How far from the darkest to the brightest a pixel is.
    double shade(GridPicture picture, int row, int column, Range range) {
        if (colors == null) {
            return picture.brightness(row, column);
        }
        double value = picture.raw(row, column);
        return Double.isNaN(value) ? 0 : Math.clamp((value - range.min()) / range.length(), 0, 1);
    }

    @Override
    public Drawing drawing(Theme theme) {
        Range range = range();
        int scale = Math.max(1, Math.round((float) PICTURE_SIZE / Math.max(height, width)));
        int pictureWidth = scale * width;
        int pictureHeight = scale * height;
        int captionWidth = widest(rows.stream()
                .flatMap(row -> row.cells().stream().map(GridRow.Cell::caption))
                .toList());
        int cellWidth = Math.max(pictureWidth, captionWidth) + GAP;
        int labelWidth = widest(rows.stream().map(GridRow::label).toList());
        int left = MARGIN + (labelWidth == 0 ? 0 : labelWidth + 2 * GAP);
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int y = MARGIN + (title.isEmpty() ? 0 : TITLE_SIZE + 2 * GAP);
        var marks = new ArrayList<Mark>();
        for (GridRow row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                GridRow.Cell cell = row.cells().get(i);
                double middle = left + i * cellWidth + (cellWidth - GAP) / 2.0;
                var place =
                        new Rectangle2D.Double(Math.rint(middle - pictureWidth / 2.0), y, pictureWidth, pictureHeight);
                marks.add(new Mark.Picture(image(cell.picture(), range), place, false));
                words(marks, theme, cell.caption(), middle, y + pictureHeight + TEXT_SIZE + 2, Mark.Anchor.MIDDLE);
            }
            words(
                    marks,
                    theme,
                    row.label(),
                    left - 2.0 * GAP,
                    y + pictureHeight / 2.0 + TEXT_SIZE / 3.0,
                    Mark.Anchor.END);
            boolean captioned =
                    row.cells().stream().anyMatch(cell -> !cell.caption().isEmpty());
            y += pictureHeight + (captioned ? CAPTION_HEIGHT : 0) + GAP;
        }
        int widthOfAll = Math.max(left + columns * cellWidth - GAP, MARGIN + measured(title, TITLE_SIZE)) + MARGIN;
        if (!title.isEmpty()) {
            marks.add(new Mark.Words(
                    title, MARGIN, MARGIN + TITLE_SIZE - 2, TITLE_SIZE, true, theme.ink(), Mark.Anchor.START, 0));
        }
        int heightOfAll = Math.max(y - GAP, MARGIN) + MARGIN;
        if (colors != null && key != null && columns > 0) {
            var sheet = new Sheet();
            var bar = new ColorKey(colors, range, key);
            double right = left + columns * (double) cellWidth - GAP;
            double top = MARGIN + (title.isEmpty() ? 0 : TITLE_SIZE + 2 * GAP);
            bar.paint(sheet, theme, new Rectangle2D.Double(left, top, right - left, pictureHeight));
            marks.addAll(sheet.marks());
            widthOfAll = Math.max(widthOfAll, (int) Math.ceil(right + bar.width(pictureHeight)) + MARGIN);
        }
        return new Drawing(Math.max(widthOfAll, 2 * MARGIN), heightOfAll, theme.paper(), marks);
    }

    private BufferedImage image(GridPicture picture, Range range) {
        return colors == null ? picture.image(inverted) : picture.image(colors, range);
    }

    private static void words(List<Mark> marks, Theme theme, String words, double x, double y, Mark.Anchor anchor) {
        if (!words.isEmpty()) {
            marks.add(new Mark.Words(words, x, y, TEXT_SIZE, false, theme.ink(), anchor, 0));
        }
    }

    private static int widest(List<String> words) {
        return words.stream().mapToInt(one -> measured(one, TEXT_SIZE)).max().orElse(0);
    }

    private static int measured(String words, int size) {
        return (int) Math.ceil(WIDER * Letters.width(words, size == TITLE_SIZE, size));
    }

    @Override
    public String description() {
        int count = rows.stream().mapToInt(row -> row.cells().size()).sum();
        return "Grid of " + count + " images of " + height + " by " + width + " pixels in " + rows.size()
                + (rows.size() == 1 ? " row. " : " rows. ")
                + rows.stream().map(GridPlot::described).collect(Collectors.joining(" "));
    }

    @Override
    public String text(TextStyle style) {
        return AsciiGrid.of(this, style);
    }

    private static String described(GridRow row) {
        String captions = row.cells().stream().map(GridRow.Cell::caption).collect(Collectors.joining(", "));
        boolean none = captions.chars().allMatch(c -> c == ',' || c == ' ');
        return (row.label().isEmpty() ? "" : row.label() + ": ")
                + (none ? row.cells().size() + " images" : captions) + ".";
    }
}
