package lectern.nn.theory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Arctan;
import lectern.nn.layer.Dense;
import lectern.nn.layer.HardTanh;
import lectern.nn.layer.Identity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Sine;
import lectern.nn.layer.Softsign;
import lectern.nn.layer.Tanh;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Changes of the weights of a multilayer perceptron that leave its function as it is: hidden units change
/// their places, or all weights into and out of one change their sign, where the nonlinearity is odd, **f(−z) =
/// −f(z)**.
///
/// A hidden layer is named by the place in the model of the fully connected layer that makes it; after it come
/// the nonlinearity and the next fully connected layer. The model that is returned has weights of its own.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), section 5.1.1.
public final class WeightSymmetry {

    private WeightSymmetry() {}

    /// The hidden units in another order.
    ///
    /// @param at the place of the fully connected layer
    /// @param order for each place the unit that is to stand there, each unit once
    /// @throws IllegalArgumentException if there is no hidden layer, or the order is not one of its units
    public static Sequential permuted(Sequential model, int at, int... order) {
        Hidden hidden = Hidden.of(model, at);
        int[] sorted = IntStream.of(order).sorted().toArray();
        boolean each = order.length == hidden.units()
                && IntStream.range(0, sorted.length).allMatch(i -> sorted[i] == i);
        if (!each) {
            throw new IllegalArgumentException(
                    "permuted: expected each of " + hidden.units() + " units once, found " + Arrays.toString(order));
        }
        return hidden.changed(order, new boolean[order.length]);
    }

    /// The weights into and out of some hidden units with the other sign.
    ///
    /// @param at the place of the fully connected layer
    /// @param units whose signs are to change
    /// @throws IllegalArgumentException if there is no hidden layer, it has no such unit, or the nonlinearity
    /// is not
    ///     odd
    public static Sequential flipped(Sequential model, int at, int... units) {
        Hidden hidden = Hidden.of(model, at);
        Layer nonlinearity = model.layers().get(at + 1);
        if (!isOdd(nonlinearity)) {
            throw new IllegalArgumentException(
                    "flipped: expected an odd nonlinearity, such as tanh, found " + nonlinearity);
        }
        boolean[] flips = new boolean[hidden.units()];
        for (int unit : units) {
            if (unit < 0 || unit >= flips.length) {
                throw new IllegalArgumentException(
                        "flipped: expected units 0…" + (flips.length - 1) + ", found " + unit);
            }
            flips[unit] = true;
        }
        return hidden.changed(IntStream.range(0, flips.length).toArray(), flips);
    }

    /// How many settings of the weights compute the same, from permutations alone, **Π M!**, and with changes
    /// of sign, **Π M! 2ᴹ**, over the hidden layers of M units.
    ///
    /// @param signs whether the nonlinearity is odd
    /// @throws IllegalArgumentException if a layer has less than one unit
    public static BigInteger count(boolean signs, int... hiddenUnits) {
        BigInteger count = BigInteger.ONE;
        for (int units : hiddenUnits) {
            if (units < 1) {
                throw new IllegalArgumentException("count: expected layers of 1 or more units, found " + units);
            }
            for (int m = 2; m <= units; m++) {
                count = count.multiply(BigInteger.valueOf(m));
            }
            count = signs ? count.shiftLeft(units) : count;
        }
        return count;
    }

    private static boolean isOdd(Layer layer) {
        return switch (layer) {
            case Tanh _, Arctan _, Softsign _, Sine _, HardTanh _, Identity _ -> true;
            default -> false;
        };
    }

    /// A hidden layer: what leads into it and out of it.
    private record Hidden(Sequential model, int at, Dense into, Dense from) {

        static Hidden of(Sequential model, int at) {
            List<Layer> layers = model.layers();
            if (at >= 0
                    && at + 2 < layers.size()
                    && layers.get(at) instanceof Dense into
                    && !(layers.get(at + 1) instanceof Dense)
                    && layers.get(at + 1).parameters().isEmpty()
                    && layers.get(at + 2) instanceof Dense from) {
                return new Hidden(model, at, into, from);
            }
            throw new IllegalArgumentException("weightSymmetry: expected dense, a nonlinearity and dense from layer "
                    + at + " on, found " + model);
        }

        int units() {
            return into.bias().value().count();
        }

        Sequential changed(int[] order, boolean[] flips) {
            int in = into.weight().value().size(1);
            int out = from.weight().value().size(0);
            int units = order.length;
            float[] intoWeight = new float[units * in];
            float[] intoBias = new float[units];
            float[] fromWeight = new float[out * units];
            for (int place = 0; place < units; place++) {
                int unit = order[place];
                float sign = flips[unit] ? -1 : 1;
                intoBias[place] = sign * into.bias().value().array()[unit];
                for (int i = 0; i < in; i++) {
                    intoWeight[place * in + i] = sign * into.weight().value().array()[unit * in + i];
                }
                for (int o = 0; o < out; o++) {
                    fromWeight[o * units + place] = sign * from.weight().value().array()[o * units + unit];
                }
            }
            List<Layer> layers = new ArrayList<>();
            for (Layer layer : model.layers()) {
                layers.add(layer instanceof Dense dense ? copy(dense) : layer);
            }
            layers.set(at, dense(Shape.of(units, in), intoWeight, intoBias));
            layers.set(
                    at + 2,
                    dense(
                            Shape.of(out, units),
                            fromWeight,
                            from.bias().value().array().clone()));
            return new Sequential(layers);
        }

        private static Dense copy(Dense dense) {
            return new Dense(
                    Var.of(dense.weight().value().copy()),
                    Var.of(dense.bias().value().copy()));
        }

        private static Dense dense(Shape shape, float[] weight, float[] bias) {
            return new Dense(Var.of(Tensor.of(shape, weight)), Var.of(Tensor.of(Shape.of(1, bias.length), bias)));
        }
    }
}
