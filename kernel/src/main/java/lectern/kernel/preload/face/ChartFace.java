package lectern.kernel.preload.face;

import java.awt.image.BufferedImage;
import lectern.figure.Figures;
import lectern.kernel.display.Bundles;
import org.knowm.xchart.internal.chartpart.Chart;

/// A chart of XChart: in lines and shapes like figures, or in pixels if it paints what only pixels can say.
final class ChartFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (!(value instanceof Chart<?, ?> chart)) {
            return false;
        }
        try {
            bundle.picture(Figures.painting(
                    chart.getWidth(), chart.getHeight(), g -> chart.paint(g, chart.getWidth(), chart.getHeight())));
        } catch (UnsupportedOperationException e) {
            bundle.png(() -> png(chart));
        }
        bundle.text(() -> chart.getClass().getSimpleName()
                + (chart.getTitle() == null || chart.getTitle().isBlank() ? "" : " " + chart.getTitle()) + ", "
                + chart.getWidth() + " x " + chart.getHeight() + " pixels");
        return true;
    }

    private static String png(Chart<?, ?> chart) {
        var image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            chart.paint(graphics, image.getWidth(), image.getHeight());
        } finally {
            graphics.dispose();
        }
        return Bundles.png(image);
    }
}
