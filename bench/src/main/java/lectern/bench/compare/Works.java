package lectern.bench.compare;

import java.util.List;
import lectern.bench.compare.Elementwise.Function;
import lectern.bench.compare.Network.Kind;
import lectern.bench.compare.Network.Rule;

/// The rows of the table, in order.
public final class Works {

    private static final List<Work> ALL = List.of(
            new Product(32, 32, 32),
            new Product(64, 64, 64),
            new Product(128, 128, 128),
            new Product(256, 256, 256),
            new Product(512, 512, 512),
            new Product(1024, 1024, 1024),
            new Product(1024, 64, 10),
            new Elementwise(Function.TANH, 1_000_000),
            new Elementwise(Function.EXP, 1_000_000),
            new Softmax(1000, 1000),
            new Convolution(32, 1, 28, 8, 3),
            new Convolution(32, 16, 14, 32, 3),
            new Convolution(64, 32, 32, 64, 3),
            new Lstm(32, 50, 64, 128),
            new Lstm(64, 100, 128, 256),
            new BatchNorm(64, 32, 28),
            new Attention(16, 64, 128, 4),
            Network.of(Kind.MLP, Rule.SGD, 64),
            Network.of(Kind.MLP, Rule.ADAM, 64),
            Network.of(Kind.LENET, Rule.SGD, 64),
            Network.of(Kind.LSTM, Rule.SGD, 32),
            new Rbm(784, 500, 64));

    private Works() {}

    /// All rows.
    public static List<Work> all() {
        return ALL;
    }

    /// The row of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Work named(String name) {
        return ALL.stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bench: expected the name of a row, found " + name));
    }
}
