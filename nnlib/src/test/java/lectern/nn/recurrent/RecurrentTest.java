package lectern.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentTest {

    private final RandomGenerator random = SeededRandom.of(22);

    private static Stream<Arguments> cells(RandomGenerator random) {
        return Stream.concat(
                Stream.of(
                        argumentSet("rnn tanh", Rnn.of(3, 4, random)),
                        argumentSet("rnn identity", Rnn.of(3, 4, random).nonlinearity(NN.identity())),
                        argumentSet(
                                "rnn sigmoid",
                                Rnn.of(3, 4, random).nonlinearity(NN.sigmoid()).recurrentScale(2)),
                        argumentSet("rnn relu", awayFromKinks(random)),
                        argumentSet("jordan", Jordan.of(3, 4, 2, random)),
                        argumentSet("gru", Gru.of(3, 4, random)),
                        argumentSet("gru, reset before", Gru.of(3, 4, random).reset(Gru.Reset.BEFORE_PRODUCT)),
                        argumentSet("lstm", Lstm.of(3, 4, random))),
                Stream.of("V", "NP", "NIG", "NFG", "NOG", "NIAF", "NOAF", "CIFG", "FGR")
                        .map(name -> argumentSet("lstm " + name, variant(name, 3, 4, random))));
    }

    static Stream<Arguments> layers() {
        RandomGenerator random = SeededRandom.of(21);
        return Stream.concat(
                cells(random),
                Stream.of(
                        argumentSet("stacked", new Stacked(List.of(Lstm.of(3, 4, random), Gru.of(4, 2, random)))),
                        argumentSet("bidirectional", new Bidirectional(Rnn.of(3, 4, random), Lstm.of(3, 2, random))),
                        argumentSet("both", deep(random)),
                        argumentSet("truncated beyond the end", new Truncated(Gru.of(3, 4, random), 9))));
    }

    private static Recurrent deep(RandomGenerator random) {
        return new Stacked(List.of(
                new Bidirectional(Gru.of(3, 2, random), Gru.of(3, 2, random)),
                new Bidirectional(variant("FGR", 4, 2, random), Rnn.of(4, 3, random))));
    }

    /// All preactivations well above 0, at half of the units well below.
    private static Rnn awayFromKinks(RandomGenerator random) {
        Rnn layer = Rnn.of(3, 4, random).nonlinearity(NN.relu()).recurrentScale(0.5);
        System.arraycopy(new float[] {5, -12, 5, -12}, 0, layer.bias().value().array(), 0, 4);
        return layer;
    }

    private static LstmVariant variant(String name, int in, int hidden, RandomGenerator random) {
        LstmVariant zeros = LstmVariant.of(LstmForm.of(name), in, hidden, random);
        return zeros.with(zeros.parameters().stream()
                .map(p -> Var.of(p.value().plus(Tensor.normal(p.shape(), 0.3, random))))
                .toList());
    }

    private Var normal(int... sizes) {
        return Var.of(Tensor.normal(Shape.of(sizes), 0.5, random));
    }

    /// The zero state moved to somewhere else.
    private State someState(Recurrent layer, int batch) {
        return new State(layer.zeroState(batch).parts().stream()
                .map(part -> Var.of(Tensor.uniform(part.shape(), 1, random)))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsMatchFiniteDifferences(Recurrent layer) {
        assertGradients(layer, Mask.all(4, 2), (pass, state) -> pass.outputs());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfTheLastStateMatchFiniteDifferences(Recurrent layer) {
        int last = layer.zeroState(1).parts().size() - 1;
        assertGradients(layer, Mask.all(2, 2), (pass, state) -> state.parts().get(last));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfShorterSequencesMatchFiniteDifferences(Recurrent layer) {
        assertGradients(layer, Mask.ofLengths(4, 2, 4, 0), (pass, state) -> pass.outputs());
    }

    private void assertGradients(Recurrent layer, Mask mask, BiFunction<Unrolled, State, Var> output) {
        Var x = normal(mask.time(), mask.batch(), 3);
        State initial = someState(layer, mask.batch());
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.addAll(initial.parts());
        variables.add(x);
        GradientCheck check = GradientCheck.of(
                () -> {
                    Unrolled pass = layer.unroll(x, initial, mask);
                    return output.apply(pass, pass.last());
                },
                variables,
                GradientCheck.STEP,
                random);
        assertTrue(check.passed(), check::toString);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void readingIsUnrolling(Recurrent layer) {
        Var x = normal(5, 2, 3);
        State initial = someState(layer, 2);
        Unrolled pass = layer.unroll(x, initial);
        Reading reading = layer.read(x, initial);
        assertTrue(pass.outputs().value().minus(reading.outputs().value()).maxAbs() < 1e-6);
        for (int i = 0; i < initial.parts().size(); i++) {
            Tensor expected = pass.last().parts().get(i).value();
            assertTrue(expected.minus(reading.last().parts().get(i).value()).maxAbs() < 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void asALayerItBeginsWithZeros(Recurrent layer) {
        Var x = normal(5, 2, 3);
        Tensor difference = layer.apply(x)
                .value()
                .minus(layer.unroll(x, layer.zeroState(2)).outputs().value());
        assertTrue(difference.maxAbs() < 1e-6);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aShorterSequenceIsReadAsIfItWereAlone(Recurrent layer) {
        Tensor x = normal(5, 2, 3).value();
        Unrolled both = layer.unroll(Var.constant(x), Mask.ofLengths(5, 3, 5));
        Tensor alone = Tensor.zeros(3, 1, 3);
        for (int t = 0; t < 3; t++) {
            System.arraycopy(x.array(), t * 6, alone.array(), t * 3, 3);
        }
        Unrolled one = layer.unroll(alone);
        Tensor outputs = both.outputs().value();
        for (int k = 0; k < outputs.size(2); k++) {
            for (int t = 0; t < 5; t++) {
                float expected = t < 3 ? one.outputs().value().get(t, 0, k) : 0;
                assertEquals(expected, outputs.get(t, 0, k), 1e-6);
            }
        }
        for (int i = 0; i < one.last().parts().size(); i++) {
            Tensor expected = one.last().parts().get(i).value();
            Tensor found = both.last().parts().get(i).slice(0, 1).value();
            assertTrue(expected.minus(found).maxAbs() < 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theStateOfThePartsIsTheStateOfTheWhole(Recurrent layer) {
        if (layer.isCausal()) {
            Var x = normal(5, 2, 3);
            Unrolled whole = layer.unroll(x);
            Unrolled rest =
                    layer.unroll(x.slice(2, 5), layer.unroll(x.slice(0, 2)).last());
            assertEquals(whole.outputs().slice(2, 5).value(), rest.outputs().value());
        }
    }

    @Test
    void bothDirectionsOfTheReversedSequenceAreTheReversedOutputsExchanged() {
        Recurrent one = Gru.of(3, 4, random);
        Recurrent other = Lstm.of(3, 2, random);
        Var x = normal(5, 2, 3);
        Tensor y = new Bidirectional(one, other).apply(x).value();
        Tensor mirrored =
                new Bidirectional(other, one).apply(TimeSteps.reversed(x)).value();
        for (int t = 0; t < 5; t++) {
            for (int n = 0; n < 2; n++) {
                for (int k = 0; k < 6; k++) {
                    assertEquals(y.get(t, n, k), mirrored.get(4 - t, n, k < 4 ? k + 2 : k - 4));
                }
            }
        }
    }

    @Test
    void theVariantWithoutPeepholesIsTheLstm() {
        Lstm lstm = Lstm.of(3, 4, random);
        LstmVariant variant = LstmVariant.of(LstmForm.of("NP"), 3, 4, random).with(lstm.parameters());
        Var x = normal(4, 2, 3);
        assertEquals(
                lstm.unroll(x).outputs().value(), variant.unroll(x).outputs().value());
    }

    @Test
    void inATrainingTheyLearnToRemember() {
        int count = 128;
        Tensor sequences = Tensor.normal(Shape.of(count, 6, 1), 1, random);
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = sequences.get(n, 1, 0) > 0 ? 1 : 0;
        }
        Examples examples = Examples.labelled(sequences, labels);
        Recurrent layer = NN.stacked(
                NN.bidirectional(NN.gru(1, 4, random), NN.lstm(1, 4, random)),
                NN.truncated(NN.lstm(NN.lstmForm("CIFG"), 8, 6, random), 6));
        Layer model = NN.sequential(NN.timeFirst(), layer, NN.lastTimeStep(), NN.dense(6, 2, random));
        NN.train(model, examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(2e-2))
                .batchSize(32)
                .epochs(30)
                .seed(1)
                .run();
        assertTrue(NN.accuracy(model, examples) > 0.9);
    }

    @Test
    void layersSayWhatTheyAre() {
        assertEquals("rnn 3 -> 4 tanh", NN.rnn(3, 4, random).toString());
        assertEquals("jordan 3 -> 4 -> 2 tanh", NN.jordan(3, 4, 2, random).toString());
        assertEquals("gru 3 -> 4", NN.gru(3, 4, random).toString());
        assertEquals(
                "lstm NIG 3 -> 4", NN.lstm(LstmForm.of("NIG"), 3, 4, random).toString());
        assertEquals(
                "stacked(bidirectional(gru 3 -> 2 reset before product, rnn 3 -> 2 relu), lstm CIFG without peepholes 4 -> 1)",
                NN.stacked(
                                NN.bidirectional(
                                        NN.gru(3, 2, random).reset(Gru.Reset.BEFORE_PRODUCT),
                                        NN.rnn(3, 2, random).nonlinearity(NN.relu())),
                                NN.lstm(LstmForm.of("CIFG").peepholes(false), 4, 1, random))
                        .toString());
        assertEquals(
                "truncated(gru 3 -> 4, 5)",
                NN.truncated(NN.gru(3, 4, random), 5).toString());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Rnn rnn = Rnn.of(3, 4, random);
        assertRefused("Rnn: expected inputs (time, batch, 3), found (5, 2, 7)", () -> rnn.apply(normal(5, 2, 7)));
        assertRefused(
                "Rnn: expected inputs (time, batch, in) of at least one time step, found (5, 3)",
                () -> rnn.apply(normal(5, 3)));
        assertRefused(
                "Rnn: expected an initial state of 1 part, found 2",
                () -> rnn.unroll(normal(5, 2, 3), Lstm.of(3, 4, random).zeroState(2)));
        assertRefused(
                "Rnn: expected a mask of 5 time steps and 2 examples, found 5 and 3",
                () -> rnn.unroll(normal(5, 2, 3), Mask.all(5, 3)));
        assertRefused("Mask: expected lengths 0…5, found 6 at example 1", () -> Mask.ofLengths(5, 2, 6));
        assertRefused(
                "Rnn: expected bias (1, 4), found (1, 3)",
                () -> new Rnn(rnn.inputWeight(), rnn.hiddenWeight(), normal(1, 3), NN.tanh()));
        assertRefused("Gru: expected at least one input and one unit, found 3 and 0", () -> Gru.of(3, 0, random));
        assertRefused("join: expected at least one time step, found none", () -> TimeSteps.join(List.of()));
        assertRefused(
                "join: expected time steps (2, 3), found (2, 4)",
                () -> TimeSteps.join(List.of(normal(2, 3), normal(2, 4))));
        assertEquals(
                "cellState: expected the state of an LSTM, found one of hidden alone",
                assertThrows(IllegalStateException.class, rnn.zeroState(1)::cellState)
                        .getMessage());
        assertRefused("Stacked: expected at least one layer, found none", () -> new Stacked(List.of()));
        assertRefused(
                "LstmForm: expected one of [CIFG, FGR, NFG, NIAF, NIG, NOAF, NOG, NP, V], found NO",
                () -> LstmForm.of("NO"));
        assertRefused(
                "LstmForm: expected coupled gates with an input gate and no other forget gate, found a forget gate",
                () -> new LstmForm(true, true, true, true, true, true, true, false));
        assertRefused(
                "Truncated: expected a layer that reads from the start only, found bidirectional(rnn 3 -> 4 tanh, rnn 3 -> 4 tanh)",
                () -> new Truncated(new Bidirectional(rnn, rnn), 3));
        assertRefused("Truncated: expected parts of at least 1 time step, found 0", () -> new Truncated(rnn, 0));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
