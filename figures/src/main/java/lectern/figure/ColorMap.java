package lectern.figure;

import java.awt.Color;

/// From numbers to colours, told apart by their lightness alone, so that everyone and every printer keeps the order.
///
/// Both are curves in Oklab (B. Ottosson, *A perceptual color space for image processing*, 2020), sampled here.
public enum ColorMap {
    /// From dark violet through green to light yellow.
    SEQUENTIAL {
        @Override
        Color at(double share) {
            return color(0.27 + 0.67 * share, 0.14, 305 - 200 * share);
        }
    },

    /// From blue through near white in the middle to orange, for numbers on both sides of zero.
    DIVERGING {
        @Override
        Color at(double share) {
            double away = 2 * share - 1;
            return color(0.97 - 0.52 * Math.abs(away), 0.16 * Math.abs(away), away < 0 ? 255 : 47);
        }
    };

    /// The colour at a share of the way, 0…1.
    abstract Color at(double share);

    /// The colour of a number in a range; what lies beyond has that of the nearer end.
    Color of(double value, Range range) {
        return at(Math.clamp((value - range.min()) / range.length(), 0, 1));
    }

    /// The range to draw numbers in: around zero for two sides.
    Range range(Range data) {
        double most = Math.max(Math.abs(data.min()), Math.abs(data.max()));
        return this == SEQUENTIAL ? data.drawable() : new Range(-most, most).drawable();
    }

    /// The colour of a lightness and a hue in degrees, with as much of the chroma as a screen can show.
    private static Color color(double lightness, double chroma, double hue) {
        double most = chroma;
        double[] rgb = linear(lightness, most, hue);
        while (!shown(rgb)) {
            most *= 0.97;
            rgb = linear(lightness, most, hue);
        }
        return new Color(coded(rgb[0]), coded(rgb[1]), coded(rgb[2]));
    }

    private static boolean shown(double[] rgb) {
        double hair = 1e-4;
        for (double part : rgb) {
            if (part < -hair || part > 1 + hair) {
                return false;
            }
        }
        return true;
    }

    /// Oklab to linear sRGB.
    private static double[] linear(double lightness, double chroma, double hue) {
        double a = chroma * StrictMath.cos(Math.toRadians(hue));
        double b = chroma * StrictMath.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /// Linear light to a byte of sRGB, IEC 61966-2-1.
    private static int coded(double linear) {
        double share = Math.clamp(linear, 0, 1);
        double coded = share <= 0.0031308 ? 12.92 * share : 1.055 * StrictMath.pow(share, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * coded);
    }
}
