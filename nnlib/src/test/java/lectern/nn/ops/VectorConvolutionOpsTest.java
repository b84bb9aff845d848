package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.ops.ConvolutionOps.Convolution;
import lectern.nn.ops.ConvolutionOps.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorConvolutionOpsTest {

    private static final Steps PLAIN = new Steps(1, 0, 1);

    private final ConvolutionOps reference = new ReferenceConvolutionOps();
    private final ConvolutionOps vector = new VectorConvolutionOps();

    static Stream<Convolution> convolutions() {
        return Stream.of(
                new Convolution(1, 1, 1, 1, 1, 1, 1, PLAIN, PLAIN, 1),
                new Convolution(3, 1, 28, 28, 8, 3, 3, PLAIN, PLAIN, 1),
                new Convolution(2, 16, 14, 14, 32, 3, 3, PLAIN, PLAIN, 1),
                new Convolution(2, 3, 9, 40, 5, 5, 5, PLAIN, PLAIN, 1),
                new Convolution(1, 40, 34, 30, 17, 3, 3, PLAIN, PLAIN, 1),
                new Convolution(2, 33, 7, 19, 21, 1, 1, PLAIN, PLAIN, 1),
                new Convolution(2, 4, 8, 9, 6, 3, 3, new Steps(1, 1, 1), new Steps(1, 1, 1), 1),
                new Convolution(2, 4, 11, 9, 6, 3, 2, new Steps(2, 1, 1), new Steps(3, 0, 1), 1),
                new Convolution(2, 4, 12, 13, 6, 3, 3, new Steps(1, 2, 2), new Steps(2, 1, 2), 1),
                new Convolution(2, 6, 8, 21, 6, 3, 3, new Steps(1, 1, 1), new Steps(1, 1, 1), 6),
                new Convolution(2, 6, 8, 9, 4, 2, 3, PLAIN, new Steps(1, 1, 1), 2),
                new Convolution(1, 2, 1, 50, 3, 1, 7, PLAIN, new Steps(1, 3, 1), 1),
                new Convolution(0, 2, 5, 5, 3, 3, 3, PLAIN, PLAIN, 1));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void agreesWithTheReferenceToTheLastBit(Convolution s) {
        RandomGenerator random = Bits.random();
        float[] x = numbers(s.batch() * s.imageSize(), random);
        float[] w = numbers(s.filters() * s.terms(), random);
        float[] bias = numbers(s.filters(), random);
        float[] dy = numbers(s.batch() * s.filters() * s.outPixels(), random);
        float[][] expected = all(reference, s, x, w, bias, dy);
        float[][] found = all(vector, s, x, w, bias, dy);
        String[] names = {"y", "dx", "dw", "db"};
        for (int i = 0; i < names.length; i++) {
            assertSameBits(expected[i], found[i], names[i] + " of " + s);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsChangeNothing(int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            agreesWithTheReferenceToTheLastBit(new Convolution(5, 16, 14, 14, 32, 3, 3, PLAIN, PLAIN, 1));
            agreesWithTheReferenceToTheLastBit(
                    new Convolution(4, 12, 20, 21, 10, 3, 3, new Steps(1, 1, 1), new Steps(2, 1, 1), 2));
        } finally {
            Workers.useThreads(before);
        }
    }

    private static float[][] all(ConvolutionOps ops, Convolution s, float[] x, float[] w, float[] bias, float[] dy) {
        float[] y = new float[dy.length];
        float[] dx = numbers(x.length, Bits.random());
        float[] dw = numbers(w.length, Bits.random());
        float[] db = numbers(bias.length, Bits.random());
        ops.convolve(s, x, w, bias, y);
        ops.inputGradient(s, dy, w, dx);
        ops.filterGradient(s, x, dy, dw);
        ops.biasGradient(s, dy, db);
        return new float[][] {y, dx, dw, db};
    }
}
