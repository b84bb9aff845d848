package lectern.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/// Paints a whole plane in a few colours, as an image with a palette: a few kilobytes however winding the borders are.
final class AreaImage {

    private AreaImage() {}

    /// Which colour a point of the plane has; −1 for none.
    interface Choice {
        int at(double x, double y);
    }

    static void paint(Sheet sheet, Plane plane, Color[] colors, Choice choice) {
        Rectangle2D area = plane.area();
        int width = (int) area.getWidth();
        int height = (int) area.getHeight();
        // One more colour, which lets everything through.
        byte[][] palette = new byte[4][colors.length + 1];
        for (int i = 0; i < colors.length; i++) {
            palette[0][i] = (byte) colors[i].getRed();
            palette[1][i] = (byte) colors[i].getGreen();
            palette[2][i] = (byte) colors[i].getBlue();
            palette[3][i] = (byte) 255;
        }
        var model = new IndexColorModel(8, colors.length + 1, palette[0], palette[1], palette[2], palette[3]);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int row = 0; row < height; row++) {
            double position = plane.y().max() - plane.y().length() * (row + 0.5) / height;
            double y = plane.yAxis().value(position);
            for (int column = 0; column < width; column++) {
                double x = plane.xAxis().value(plane.x().min() + plane.x().length() * (column + 0.5) / width);
                int color = choice.at(x, y);
                image.getRaster().setSample(column, row, 0, color < 0 ? colors.length : color);
            }
        }
        sheet.picture(image, area, true);
    }
}
