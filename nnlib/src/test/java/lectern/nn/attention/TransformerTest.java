package lectern.nn.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.layer.Softplus;
import lectern.nn.layer.Tanh;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransformerTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(9);

    /// Smooth everywhere, so that differences are right.
    static Stream<Arguments> layers() {
        EncoderBlock block = EncoderBlock.of(6, 2, 5, RANDOM).activation(new Tanh());
        return Stream.of(
                argumentSet("feed forward", FeedForward.of(6, 5, RANDOM).activation(new Softplus())),
                argumentSet("positional encoding", PositionalEncoding.of(7, 6)),
                argumentSet("encoder block", block),
                argumentSet("norm first", block.withNormFirst()),
                argumentSet("causal", block.causal()));
    }

    private static Var normal(int... sizes) {
        return Var.of(Tensor.normal(Shape.of(sizes), 0.7, RANDOM));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsMatchFiniteDifferences(Layer layer) {
        Var x = normal(2, 4, 6);
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void gradientsOfDecoderBlocksMatchFiniteDifferences() {
        DecoderBlock block = DecoderBlock.of(6, 2, 5, RANDOM).activation(new Tanh());
        Tensor hidden = Attention.padding(5, 5, 3);
        Var x = normal(2, 3, 6);
        Var memory = normal(2, 5, 6);
        for (DecoderBlock each : List.of(block, block.withNormFirst())) {
            List<Var> variables = new ArrayList<>(each.parameters());
            variables.addAll(List.of(x, memory));
            GradientCheck check =
                    GradientCheck.of(() -> each.apply(x, memory, hidden), variables, GradientCheck.STEP, RANDOM);
            assertTrue(check.passed(), check::toString);
        }
    }

    @Test
    void aCausalBlockDoesNotSeeWhatComesLater() {
        EncoderBlock block = EncoderBlock.of(6, 2, 5, RANDOM);
        Var x = normal(1, 4, 6);
        Var changed = Var.of(x.value().copy());
        changed.value().array()[3 * 6] += 1;
        assertEquals(firstNumbers(block.causal(), x), firstNumbers(block.causal(), changed));
        assertNotEquals(firstNumbers(block, x), firstNumbers(block, changed));
        DecoderBlock decoder = DecoderBlock.of(6, 2, 5, RANDOM);
        Var memory = normal(1, 2, 6);
        assertEquals(
                firstNumbers(z -> decoder.apply(z, memory), x), firstNumbers(z -> decoder.apply(z, memory), changed));
    }

    private static Tensor firstNumbers(Layer layer, Var x) {
        return layer.apply(x).swapFirst().slice(0, 3).value();
    }

    @Test
    void withoutPlacesAnEncoderBlockFollowsTheOrderOfItsInputs() {
        EncoderBlock block = EncoderBlock.of(6, 2, 5, RANDOM);
        Var x = normal(1, 2, 6);
        Var turned = Var.of(Tensor.zeros(1, 2, 6));
        System.arraycopy(x.value().array(), 0, turned.value().array(), 6, 6);
        System.arraycopy(x.value().array(), 6, turned.value().array(), 0, 6);
        Tensor y = block.apply(x).value();
        Tensor z = block.apply(turned).value();
        for (int i = 0; i < 12; i++) {
            assertEquals(y.array()[i], z.array()[(i + 6) % 12], 1e-5);
        }
    }

    @Test
    void aPlaceIsToldBySinesAndCosines() {
        Tensor table = PositionalEncoding.of(3, 5).table();
        assertEquals(0, table.get(0, 0));
        assertEquals(1, table.get(0, 1));
        assertEquals((float) StrictMath.sin(2), table.get(2, 0));
        assertEquals((float) StrictMath.cos(2 / StrictMath.pow(10000, 0.4)), table.get(2, 3));
        assertEquals((float) StrictMath.sin(2 / StrictMath.pow(10000, 0.8)), table.get(2, 4));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused(
                "PositionalEncoding: expected inputs (batch, time, 6) of at most 3 time steps, found (2, 4, 6)",
                () -> PositionalEncoding.of(3, 6).apply(normal(2, 4, 6)));
        refused(
                "FeedForward: expected inputs (batch, time, 6), found (2, 6)",
                () -> FeedForward.of(6, 5, RANDOM).apply(normal(2, 6)));
        MultiHeadAttention attention = MultiHeadAttention.of(6, 2, RANDOM);
        LayerNorm norm = LayerNorm.of(6);
        refused(
                "EncoderBlock: expected a feed forward of model 6, found 4",
                () -> new EncoderBlock(attention, norm, FeedForward.of(4, 5, RANDOM), norm, false));
        refused(
                "EncoderBlock: expected norms of 6 features, found (4)",
                () -> new EncoderBlock(attention, norm, FeedForward.of(6, 5, RANDOM), LayerNorm.of(4), false));
        refused(
                "DecoderBlock: expected an attention to the memory of model 6, found 4",
                () -> new DecoderBlock(
                        attention,
                        norm,
                        MultiHeadAttention.of(4, 2, RANDOM),
                        norm,
                        FeedForward.of(6, 5, RANDOM),
                        norm,
                        false));
    }

    private static void refused(String message, Runnable work) {
        assertEquals(message, assertThrows(ShapeException.class, work::run).getMessage());
    }
}
