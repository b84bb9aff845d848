package lectern.nn.save;

import java.util.List;
import java.util.Optional;
import lectern.nn.layer.Activation;
import lectern.nn.layer.Activity;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.DenseConnection;
import lectern.nn.layer.Dropout;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.GaussianNoise;
import lectern.nn.layer.GlobalAveragePool;
import lectern.nn.layer.GlobalMaxPool;
import lectern.nn.layer.GroupNorm;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.PRelu;
import lectern.nn.layer.Residual;
import lectern.nn.layer.SeparableConv2d;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.ZeroPad2d;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.tensor.Shape;

/// What one number of a feature map sees of the image, in pixels. A window of w numbers, d apart, makes it
/// larger by **d (w − 1) j**, where j is how far apart, in pixels of the image, neighbours of the map are; a
/// stride multiplies j.
///
/// Padding counts as seen: near the edge of the image less of it is there.
///
/// Source: A. Araujo, W. Norris and J. Sim, *Computing Receptive Fields of Convolutional Neural Networks*
/// (Distill, 2019), eq. (2).
///
/// @param height pixels down
/// @param width pixels along
/// @param stepDown how far apart in the image neighbours of the map are; 0 if all see the same
/// @param stepAlong likewise along
public record ReceptiveField(int height, int width, int stepDown, int stepAlong) {

    /// That of a pixel: itself.
    static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 1, 1);

    /// After one layer more, if that is known of the layer.
    ///
    /// @param imageHeight all pixels down
    /// @param imageWidth all pixels along
    Optional<ReceptiveField> after(Layer layer, int imageHeight, int imageWidth) {
        ReceptiveField whole = new ReceptiveField(imageHeight, imageWidth, 0, 0);
        return switch (layer) {
            case Conv2d conv -> {
                Shape filter = conv.filter().shape();
                yield Optional.of(seeing(filter.size(2), conv.vertical(), filter.size(3), conv.horizontal()));
            }
            case MaxPool2d pool -> Optional.of(seeing(pool.window(), pool.steps(), pool.window(), pool.steps()));
            case AveragePool2d pool -> Optional.of(seeing(pool.window(), pool.steps(), pool.window(), pool.steps()));
            case Dense _, GroupNorm _, LayerNorm _ -> Optional.of(whole);
            case SeparableConv2d(Conv2d depthwise, Conv2d pointwise) ->
                after(depthwise, imageHeight, imageWidth).flatMap(f -> f.after(pointwise, imageHeight, imageWidth));
            case Residual(Layer inner, Layer shortcut) ->
                after(inner, imageHeight, imageWidth)
                        .flatMap(f -> after(shortcut, imageHeight, imageWidth).map(f::larger));
            case DenseConnection(Layer inner) -> after(inner, imageHeight, imageWidth);
            case GlobalAveragePool _, GlobalMaxPool _ -> Optional.of(whole);
            case Activation _, Activity _, BatchNorm _, Dropout _, Flatten _, GaussianNoise _, PRelu _, ZeroPad2d _ ->
                Optional.of(this);
            case Sequential(List<Layer> layers) -> {
                Optional<ReceptiveField> field = Optional.of(this);
                for (Layer each : layers) {
                    field = field.flatMap(f -> f.after(each, imageHeight, imageWidth));
                }
                yield field;
            }
            default -> Optional.empty();
        };
    }

    /// What two ways to the same place see together.
    private ReceptiveField larger(ReceptiveField other) {
        return new ReceptiveField(Math.max(height, other.height), Math.max(width, other.width), stepDown, stepAlong);
    }

    private ReceptiveField seeing(int windowHeight, Steps vertical, int windowWidth, Steps horizontal) {
        return new ReceptiveField(
                height + vertical.dilation() * (windowHeight - 1) * stepDown,
                width + horizontal.dilation() * (windowWidth - 1) * stepAlong,
                stepDown * vertical.stride(),
                stepAlong * horizontal.stride());
    }

    @Override
    public String toString() {
        return height + "×" + width;
    }
}
