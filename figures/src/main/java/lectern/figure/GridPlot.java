package lectern.figure;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What an image grid holds at one moment, and where each thing goes.
record GridPlot(String title, int height, int width, boolean inverted, List<GridRow> rows) {

    private static final int MARGIN = 16;
    private static final int GAP = 8;
    private static final int TITLE_SIZE = 15;
    private static final int TEXT_SIZE = 12;
    private static final int CAPTION_HEIGHT = 18;

    /// Pictures are enlarged by a whole number, to about this many pixels.
    private static final int PICTURE_SIZE = 64;

    /// Letters of the reader's machine may be wider than those measured here.
    private static final double WIDER = 1.1;

    Drawing drawing() {
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
                marks.add(new Mark.Picture(cell.picture().image(inverted), place));
                words(marks, cell.caption(), middle, y + pictureHeight + TEXT_SIZE + 2, Mark.Anchor.MIDDLE);
            }
            words(marks, row.label(), left - 2.0 * GAP, y + pictureHeight / 2.0 + TEXT_SIZE / 3.0, Mark.Anchor.END);
            boolean captioned =
                    row.cells().stream().anyMatch(cell -> !cell.caption().isEmpty());
            y += pictureHeight + (captioned ? CAPTION_HEIGHT : 0) + GAP;
        }
        int widthOfAll = Math.max(left + columns * cellWidth - GAP, MARGIN + measured(title, TITLE_SIZE)) + MARGIN;
        if (!title.isEmpty()) {
            marks.add(new Mark.Words(
                    title, MARGIN, MARGIN + TITLE_SIZE - 2, TITLE_SIZE, true, Theme.INK, Mark.Anchor.START));
        }
        return new Drawing(Math.max(widthOfAll, 2 * MARGIN), Math.max(y - GAP, MARGIN) + MARGIN, marks);
    }

    private static void words(List<Mark> marks, String words, double x, double y, Mark.Anchor anchor) {
        if (!words.isEmpty()) {
            marks.add(new Mark.Words(words, x, y, TEXT_SIZE, false, Theme.INK, anchor));
        }
    }

    private static int widest(List<String> words) {
        return words.stream().mapToInt(one -> measured(one, TEXT_SIZE)).max().orElse(0);
    }

    private static int measured(String words, int size) {
        var font = Theme.font(size == TITLE_SIZE ? Font.BOLD : Font.PLAIN, size);
        return (int) Math.ceil(WIDER * Theme.width(words, font));
    }

    String description() {
        int count = rows.stream().mapToInt(row -> row.cells().size()).sum();
        return "Grid of " + count + " images of " + height + " by " + width + " pixels in " + rows.size()
                + (rows.size() == 1 ? " row. " : " rows. ")
                + rows.stream().map(GridPlot::described).collect(Collectors.joining(" "));
    }

    private static String described(GridRow row) {
        String captions = row.cells().stream().map(GridRow.Cell::caption).collect(Collectors.joining(", "));
        boolean none = captions.chars().allMatch(c -> c == ',' || c == ' ');
        return (row.label().isEmpty() ? "" : row.label() + ": ")
                + (none ? row.cells().size() + " images" : captions) + ".";
    }
}
