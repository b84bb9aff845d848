package lectern.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.GlobalAveragePool;
import lectern.nn.layer.Layer;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;

/// VGG networks: blocks of 3 × 3 convolutions, each followed by max(x, 0), that end in max-pooling by two. Two
/// of them see as much as one of 5 × 5 with fewer parameters.
///
/// Shapes: x (batch, in, height, width); a block gives (batch, out, height / 2, width / 2), rounded down.
///
/// Source: K. Simonyan and A. Zisserman, *Very Deep Convolutional Networks for Large-Scale Image Recognition*
/// (ICLR 2015), section 2. The three fully connected layers at the end give way to a global mean and one, so
/// that images of any size fit.
public final class Vgg {

    private Vgg() {}

    /// A block of the given convolutions.
    public static Sequential block(List<Conv2d> convolutions) {
        if (convolutions.isEmpty()) {
            throw new IllegalArgumentException("Vgg: expected a block of at least one convolution, found none");
        }
        List<Layer> layers = new ArrayList<>();
        for (Conv2d convolution : convolutions) {
            layers.add(convolution);
            layers.add(new Relu());
        }
        layers.add(MaxPool2d.of(2));
        return new Sequential(layers);
    }

    /// A block of so many convolutions with starting weights drawn from `random`.
    public static Sequential block(int in, int out, int convolutions, RandomGenerator random) {
        List<Conv2d> layers = new ArrayList<>();
        for (int i = 0; i < convolutions; i++) {
            layers.add(Conv2d.of(i == 0 ? in : out, out, 3, random).keepingSize());
        }
        return block(layers);
    }

    /// A network of blocks of two convolutions, whose widths double, and a classifier.
    ///
    /// @param in channels of the images
    /// @param width channels after the first block
    public static Sequential of(int in, int width, int blocks, int classes, RandomGenerator random) {
        List<Layer> layers = new ArrayList<>();
        int channels = in;
        for (int b = 0; b < blocks; b++) {
            int next = width << b;
            layers.add(block(channels, next, 2, random));
            channels = next;
        }
        layers.add(new GlobalAveragePool());
        layers.add(Dense.of(channels, classes, random));
        return new Sequential(layers);
    }
}
