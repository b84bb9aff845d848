package lectern.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.DenseConnection;
import lectern.nn.layer.GlobalAveragePool;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;

/// Densely connected networks: each layer of a block sees the feature maps of all before it and adds some of
/// its own; transitions between the blocks make them fewer and smaller.
///
/// Shapes: x (batch, in, height, width); a layer gives (batch, in + growth, height, width), a transition
/// (batch, out, height / 2, width / 2).
///
/// Source: G. Huang et al., *Densely Connected Convolutional Networks* (CVPR 2017), section 3.
public final class DenseNet {

    private DenseNet() {}

    /// One layer of a block, **y = (x, conv(max(norm(x), 0)))**.
    public static DenseConnection layer(BatchNorm norm, Conv2d convolution) {
        return new DenseConnection(new Sequential(List.of(norm, new Relu(), convolution)));
    }

    /// A transition, the mean over windows of two by two of conv(max(norm(x), 0)).
    public static Sequential transition(BatchNorm norm, Conv2d convolution) {
        return new Sequential(List.of(norm, new Relu(), convolution, AveragePool2d.of(2)));
    }

    /// A block of so many layers, each adding `growth` feature maps.
    public static Sequential block(int in, int growth, int layers, RandomGenerator random) {
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            int seen = in + i * growth;
            all.add(layer(
                    BatchNorm.of(seen),
                    Conv2d.of(seen, growth, 3, random).withoutBias().keepingSize()));
        }
        return new Sequential(all);
    }

    /// Blocks with transitions to half of the feature maps between them, and a classifier.
    ///
    /// @param in channels of the images
    /// @param layers of each block
    public static Sequential of(int in, int growth, int blocks, int layers, int classes, RandomGenerator random) {
        int channels = 2 * growth;
        List<Layer> all = new ArrayList<>();
        all.add(Conv2d.of(in, channels, 3, random).withoutBias().keepingSize());
        for (int b = 0; b < blocks; b++) {
            all.add(block(channels, growth, layers, random));
            channels += layers * growth;
            if (b + 1 < blocks) {
                all.add(transition(
                        BatchNorm.of(channels),
                        Conv2d.of(channels, channels / 2, 1, random).withoutBias()));
                channels /= 2;
            }
        }
        all.addAll(List.of(
                BatchNorm.of(channels), new Relu(), new GlobalAveragePool(), Dense.of(channels, classes, random)));
        return new Sequential(all);
    }
}
