package lectern.figure;

import java.awt.Color;

/// Colours as they are seen without the receptors for middle wavelengths.
///
/// Source: F. Viénot, H. Brettel and J. D. Mollon, *Digital video colourmaps for checking the legibility of displays by
/// dichromats* (1999): in linear light, red and green become one mixture of both.
final class Deuteranopia {

    private Deuteranopia() {}

    /// Lightness and the difference of yellow and blue, which are all there is to see; roughly as Oklab counts them.
    private static double[] seen(Color color) {
        double red = linear(color.getRed());
        double green = linear(color.getGreen());
        double blue = linear(color.getBlue());
        double both = 0.29275 * red + 0.70725 * green;
        double rest = -0.02234 * red + 0.02234 * green + blue;
        double l = Math.cbrt(0.4122214708 * both + 0.5363325363 * both + 0.0514459929 * rest);
        double m = Math.cbrt(0.2119034982 * both + 0.6806995451 * both + 0.1073969566 * rest);
        double s = Math.cbrt(0.0883024619 * both + 0.2817188376 * both + 0.6299787005 * rest);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /// How far apart two colours look; white and black are 1 apart.
    static double distance(Color one, Color other) {
        double[] a = seen(one);
        double[] b = seen(other);
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
