package lectern.figure;

import java.awt.Color;

/// How light a colour is, relative to white, after WCAG 2.2.
final class Luminance {

    private Luminance() {}

    static double of(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    /// Contrast is (L₁ + 0.05) / (L₂ + 0.05).
    static double contrast(Color one, Color other) {
        double light = Math.max(of(one), of(other));
        double dark = Math.min(of(one), of(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /// The colour in which words can be read on a ground.
    static Color inkOn(Color ground) {
        Color dark = Theme.LIGHT.ink();
        return contrast(dark, ground) >= contrast(Color.WHITE, ground) ? dark : Color.WHITE;
    }
}
