package lectern.figure;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A grey or coloured picture: brightness by channel, row and column, as numbers from 0 to 1.
final class GridPicture {

    private static final int COLORS = 3;

    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    private GridPicture(int channels, int height, int width, float[] values) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /// The pictures of a batch, copied, so that they stay as they are now.
    static List<GridPicture> all(Tensor images, int height, int width) {
        Shape shape = images.shape();
        int pixels = height * width;
        boolean flat = shape.rank() == 2 && shape.size(1) == pixels;
        boolean grey = shape.rank() == 3 && shape.size(1) == height && shape.size(2) == width;
        boolean channelled = shape.rank() == 4
                && (shape.size(1) == 1 || shape.size(1) == COLORS)
                && shape.size(2) == height
                && shape.size(3) == width;
        if (!flat && !grey && !channelled) {
            throw new ShapeException(
                    "imageGrid",
                    "images (count, " + pixels + ") or (count, 1 or 3, " + height + ", " + width + ")",
                    shape);
        }
        int channels = channelled ? shape.size(1) : 1;
        var pictures = new ArrayList<GridPicture>();
        int size = channels * pixels;
        for (int i = 0; i < shape.size(0); i++) {
            pictures.add(new GridPicture(
                    channels, height, width, Arrays.copyOfRange(images.array(), i * size, (i + 1) * size)));
        }
        return pictures;
    }

    /// A single picture, with or without a batch dimension.
    static GridPicture one(Tensor image, int height, int width) {
        Shape shape = image.shape();
        int pixels = height * width;
        boolean colored = image.count() == COLORS * pixels
                && shape.rank() >= 3
                && shape.size(-3) == COLORS
                && shape.size(-2) == height
                && shape.size(-1) == width;
        if (image.count() != pixels && !colored) {
            throw new ShapeException(
                    "imageGrid", "an image of " + pixels + " numbers or (3, " + height + ", " + width + ")", shape);
        }
        return new GridPicture(
                colored ? COLORS : 1, height, width, image.array().clone());
    }

    /// The mean over the channels, from 0 to 1.
    double brightness(int row, int column) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += value(channel, row, column);
        }
        return sum / channels;
    }

    BufferedImage image(boolean inverted) {
        var image = new BufferedImage(
                width, height, channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                for (int band = 0; band < channels; band++) {
                    double value = value(band, row, column);
                    // Into the raster directly: by way of a colour, a grey would go through gamma correction.
                    image.getRaster()
                            .setSample(column, row, band, (int) Math.round(255 * (inverted ? 1 - value : value)));
                }
            }
        }
        return image;
    }

    /// The mean over the channels, as it was given.
    double raw(int row, int column) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += values[(channel * height + row) * width + column];
        }
        return sum / channels;
    }

    /// The picture in the colours of a map.
    BufferedImage image(ColorMap colors, Range range) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double value = raw(row, column);
                image.setRGB(
                        column,
                        row,
                        colors.of(Double.isNaN(value) ? 0 : value, range).getRGB());
            }
        }
        return image;
    }

    private double value(int channel, int row, int column) {
        double value = values[(channel * height + row) * width + column];
        return Double.isNaN(value) ? 0 : Math.clamp(value, 0, 1);
    }
}
