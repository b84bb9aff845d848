package lectern.kernel.preload.face;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lectern.figure.Figures;
import lectern.figure.HeatMap;
import lectern.figure.ImageGrid;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Numbers with a shape, wherever they come from: few as text, a larger matrix also as a heat map, images as a grid.
///
/// For **images** are taken three dimensions, (count, height, width), or four, (count, channels, height, width), if
/// height
/// and width are at least 4 and at most 256. A channel is a picture of its own unless there is one, or three for red,
/// green and blue. Whether the numbers mean a picture nobody can know; the text is there in any case.
final class NumberForms {

    /// A matrix whose sides are all up to this is text alone.
    private static final int SMALL = 12;

    /// Of more numbers in more than two dimensions, the text says only the range.
    private static final int FEW = 64;

    /// One that is narrower than this is a list of points or of sums, and no picture.
    private static final int NARROW = 4;

    /// The rows and columns that a heat map shows.
    private static final int CELLS = 100;

    private static final int LEAST_PIXELS = 4;
    private static final int MOST_PIXELS = 256;
    private static final int RGB = 3;
    private static final int IMAGES = 32;
    private static final int IMAGES_ACROSS = 8;

    /// About the width of all images of a row, in pixels.
    private static final int WIDTH = 640;

    private NumberForms() {}

    /// @param what they are, before the shape: `tensor`
    static void show(String what, Tensor numbers, Bundle bundle) {
        show(what, numbers, numbers.shape(), bundle);
    }

    /// @param whole the shape of the matrix that these are the first rows and columns of
    static void show(String what, Tensor numbers, Shape whole, Bundle bundle) {
        Shape shape = numbers.shape();
        bundle.text(() -> text(what, numbers, whole));
        if (isMatrixToSee(shape)) {
            bundle.picture(heatMap(what, numbers, whole));
        } else if (isImages(shape)) {
            bundle.picture(images(what, numbers, _ -> ""));
        }
    }

    private static boolean isMatrixToSee(Shape shape) {
        return shape.rank() == 2
                && Math.max(shape.size(0), shape.size(1)) > SMALL
                && Math.min(shape.size(0), shape.size(1)) >= NARROW;
    }

    static boolean isImages(Shape shape) {
        return (shape.rank() == 3 || shape.rank() == 4)
                && shape.count() > 0
                && shape.size(-1) >= LEAST_PIXELS
                && shape.size(-1) <= MOST_PIXELS
                && shape.size(-2) >= LEAST_PIXELS
                && shape.size(-2) <= MOST_PIXELS;
    }

    /// The numbers in aligned columns; of many those at the ends, and the range.
    private static String text(String what, Tensor numbers, Shape whole) {
        Shape shape = numbers.shape();
        var part = shape.equals(whole)
                ? ""
                : whole + ", " + TableText.count(shape.size(0), whole.size(0), shape.size(1), whole.size(1)) + ": ";
        if (shape.rank() > 2 && numbers.count() > FEW) {
            return what + " " + shape + "\n" + range(numbers);
        }
        var text = what + " " + part + numbers.toString().substring("tensor ".length());
        boolean cut = text.contains("\n") && shape.count() > SMALL * SMALL;
        return cut ? text + "\n" + range(numbers) : text;
    }

    private static String range(Tensor numbers) {
        double sum = 0;
        int counted = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float number : numbers.array()) {
            if (!Float.isNaN(number)) {
                min = Math.min(min, number);
                max = Math.max(max, number);
                sum += number;
                counted++;
            }
        }
        int missing = numbers.count() - counted;
        return (counted == 0
                        ? ""
                        : String.format(Locale.ROOT, "min %.4g, max %.4g, mean %.4g", min, max, sum / counted))
                + (missing == 0 ? "" : (counted == 0 ? "" : ", ") + missing + " not a number");
    }

    /// The first rows and columns of a matrix.
    ///
    /// @param whole the shape of the matrix that they may be a part of
    private static HeatMap heatMap(String what, Tensor numbers, Shape whole) {
        int rows = Math.min(CELLS, numbers.size(0));
        int columns = Math.min(CELLS, numbers.size(1));
        double[][] values = IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToDouble(column -> numbers.get(row, column))
                        .toArray())
                .toArray(double[][]::new);
        boolean cut = rows < whole.size(0) || columns < whole.size(1);
        var map = Figures.heatMap(values)
                .title(what + " " + whole
                        + (cut ? ": " + TableText.count(rows, whole.size(0), columns, whole.size(1)) : ""));
        return bothSigns(values) ? map.diverging() : map;
    }

    private static boolean bothSigns(double[][] values) {
        boolean below = false;
        boolean above = false;
        for (double[] row : values) {
            for (double value : row) {
                below |= value < 0;
                above |= value > 0;
            }
        }
        return below && above;
    }

    /// The first images.
    ///
    /// @param caption of an image by its number; not asked for where a picture is only one of several channels
    static ImageGrid images(String what, Tensor numbers, IntFunction<String> caption) {
        Shape shape = numbers.shape();
        int height = shape.size(-2);
        int width = shape.size(-1);
        int channels = shape.rank() == 4 ? shape.size(1) : 1;
        boolean colored = channels == RGB;
        int each = (colored ? RGB : 1) * height * width;
        int all = numbers.count() / each;
        int across = Math.clamp(WIDTH / Math.max(width, WIDTH / IMAGES_ACROSS), 1, IMAGES_ACROSS);
        int shown = Math.min(all, IMAGES * across / IMAGES_ACROSS);
        float[] first = Arrays.copyOf(numbers.array(), shown * each);
        var pictures = colored
                ? Tensor.of(Shape.of(shown, RGB, height, width), first)
                : Tensor.of(Shape.of(shown, height, width), first);
        var grid = Figures.imageGrid(height, width)
                .columns(across)
                .title(what + " " + shape + ": "
                        + TableText.count(shown, all, channels > 1 && !colored ? "channels" : "images"));
        // Brightness goes from 0 to 1; what does not is not meant as brightness.
        boolean below = false;
        boolean beyond = false;
        for (float number : first) {
            below |= number < 0;
            beyond |= number > 1;
        }
        if (below) {
            grid.diverging().key("");
        } else if (beyond) {
            grid.sequential().key("");
        }
        if (channels > 1 && !colored) {
            return grid.images(pictures);
        }
        return grid.images(pictures, IntStream.range(0, shown).mapToObj(caption).toArray(String[]::new));
    }
}
