package lectern.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Small pictures in rows, with captions: digits and what a network took them for, filters, perturbations.
///
/// Numbers from 0 to 1 are brightness, 0 black and 1 white; what lies beyond is drawn as the nearer end, NaN as black.
/// The pixels of a picture stay visible squares.
public final class ImageGrid extends Exhibit<ImageGrid> {

    private final int height;
    private final int width;
    private final List<GridRow> rows = new ArrayList<>();
    private int columns = 8;
    private boolean inverted;
    private boolean filling;
    private @Nullable ColorMap colors;
    private @Nullable String key;

    ImageGrid(int height, int width) {
        if (height < 1 || width < 1) {
            throw new ShapeException("imageGrid", "height and width of at least 1", height + ", " + width);
        }
        this.height = height;
        this.width = width;
    }

    /// Sets how many pictures [#image] and [#images] put into a row, from the next row on.
    ///
    /// @throws IllegalArgumentException if it is not at least 1
    public ImageGrid columns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns: expected at least 1, found " + columns);
        }
        return change(() -> this.columns = columns);
    }

    /// Draws 0 white and 1 black, as ink on paper.
    public ImageGrid inverted() {
        return change(() -> inverted = true);
    }

    /// Colours numbers below and above zero differently, zero in the middle, the largest of all pictures at the ends.
    public ImageGrid diverging() {
        return change(() -> colors = ColorMap.DIVERGING);
    }

    /// Colours all numbers, from the smallest of all pictures to the largest.
    public ImageGrid sequential() {
        return change(() -> colors = ColorMap.SEQUENTIAL);
    }

    /// Puts a bar beside the pictures that says which colour is which number, where they are coloured.
    ///
    /// @param label what the numbers are, with their unit; may be empty
    public ImageGrid key(String label) {
        return change(() -> key = label);
    }

    /// Adds a row of pictures.
    ///
    /// @param label what stands left of the row; may be empty
    /// @param images (count, height·width), (count, height, width), (count, 1, height, width), or with three
    ///     channels for red, green and blue, (count, 3, height, width)
    /// @param captions one under each picture, or none at all
    /// @throws ShapeException if the images have another shape, or there are other than 0 or count captions
    public ImageGrid row(String label, Tensor images, String... captions) {
        List<GridRow.Cell> cells = cells(images, captions);
        return change(() -> {
            rows.add(new GridRow(label, cells));
            filling = false;
        });
    }

    /// Adds a row of pictures with numbers as captions, such as the classes they were taken for.
    ///
    /// @throws ShapeException as with words
    public ImageGrid row(String label, Tensor images, int[] captions) {
        return row(label, images, words(captions));
    }

    /// Adds one picture to the row begun last, or to a new one when that is full.
    ///
    /// @param image height·width numbers in any shape, or (3, height, width) or (1, 3, height, width)
    /// @throws ShapeException if the image has another shape
    public ImageGrid image(Tensor image, String caption) {
        var cell = new GridRow.Cell(GridPicture.one(image, height, width), caption);
        return change(() -> fill(cell));
    }

    /// Adds pictures one after the other, as many to a row as there are [columns][#columns].
    ///
    /// @param images as for [#row]
    /// @param captions one under each picture, or none at all
    /// @throws ShapeException as for a row
    public ImageGrid images(Tensor images, String... captions) {
        List<GridRow.Cell> cells = cells(images, captions);
        return change(() -> cells.forEach(this::fill));
    }

    /// Adds pictures one after the other, with numbers as captions.
    ///
    /// @throws ShapeException as for a row
    public ImageGrid images(Tensor images, int[] captions) {
        return images(images, words(captions));
    }

    private void fill(GridRow.Cell cell) {
        if (filling && rows.getLast().cells().size() < columns) {
            rows.set(rows.size() - 1, rows.getLast().with(cell));
        } else {
            rows.add(new GridRow("", List.of(cell)));
        }
        filling = true;
    }

    private List<GridRow.Cell> cells(Tensor images, String... captions) {
        var pictures = GridPicture.all(images, height, width);
        if (captions.length != 0 && captions.length != pictures.size()) {
            throw new ShapeException("imageGrid", pictures.size() + " captions or none", captions.length);
        }
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> new GridRow.Cell(pictures.get(i), captions.length == 0 ? "" : captions[i]))
                .toList();
    }

    private static String[] words(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).toArray(String[]::new);
    }

    @Override
    ImageGrid self() {
        return this;
    }

    @Override
    GridPlot snapshot(String title) {
        return new GridPlot(title, height, width, inverted, colors, key, List.copyOf(rows));
    }
}
