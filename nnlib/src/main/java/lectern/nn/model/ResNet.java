package lectern.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.GlobalAveragePool;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;

/// A residual network for small images: a convolution, stages of [blocks][ResNetBlock], the first of each but
/// the first stage halving the image and doubling the channels, a global mean and a fully connected layer.
///
/// Shapes: x (batch, in, height, width), logits (batch, classes).
///
/// Source: K. He et al., *Deep Residual Learning for Image Recognition* (CVPR 2016), section 4.2.
public final class ResNet {

    private ResNet() {}

    /// Starting weights are drawn from `random`.
    ///
    /// @param in channels of the images
    /// @param width channels of the first stage
    /// @param stages how many
    /// @param blocks of each stage; 6 · blocks + 2 layers have weights where there are three stages
    public static Sequential of(int in, int width, int stages, int blocks, int classes, RandomGenerator random) {
        List<Layer> layers = new ArrayList<>(
                List.of(Conv2d.of(in, width, 3, random).withoutBias().keepingSize(), BatchNorm.of(width), new Relu()));
        int channels = width;
        for (int stage = 0; stage < stages; stage++) {
            for (int block = 0; block < blocks; block++) {
                int out = width << stage;
                int stride = stage > 0 && block == 0 ? 2 : 1;
                layers.add(ResNetBlock.basic(channels, out, stride, random));
                channels = out;
            }
        }
        layers.add(new GlobalAveragePool());
        layers.add(Dense.of(channels, classes, random));
        return new Sequential(layers);
    }
}
