package lectern.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LstmTest {

    private final RandomGenerator random = SeededRandom.of(4);
    private final Lstm layer = Lstm.of(3, 5, random);

    private Var normal(int... sizes) {
        return Var.of(Tensor.normal(Shape.of(sizes), 0.5, random));
    }

    @Test
    void gradientsMatchFiniteDifferences() {
        Var x = normal(4, 2, 3);
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), variables, GradientCheck.STEP, random);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void oneOperationAndStepByStepAreTheSame() {
        Var x = normal(6, 2, 3);
        State initial = State.of(normal(2, 5), normal(2, 5));
        Var direction = Var.constant(Tensor.normal(Shape.of(6, 2, 5), 1, random));
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.addAll(initial.parts());
        variables.add(x);
        Reading whole = layer.read(x, initial);
        projected(whole.outputs(), whole.last(), direction).backward();
        List<Tensor> gradients = variables.stream().map(Var::gradient).toList();
        variables.forEach(Var::clearGradient);
        Unrolled steps = layer.unroll(x, initial);
        projected(steps.outputs(), steps.last(), direction).backward();
        assertTrue(whole.outputs().value().minus(steps.outputs().value()).maxAbs() < 1e-6);
        for (int i = 0; i < gradients.size(); i++) {
            assertTrue(gradients.get(i).minus(variables.get(i).gradient()).maxAbs() < 1e-5);
        }
    }

    private static Var projected(Var outputs, State last, Var direction) {
        return outputs.times(direction)
                .sum()
                .plus(last.hidden().sum())
                .plus(last.cellState().sum());
    }

    @Test
    void gradientsGoThroughTheStateToo() {
        Var x = normal(3, 2, 3);
        State initial = State.of(normal(2, 5), normal(2, 5));
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.addAll(initial.parts());
        variables.add(x);
        GradientCheck check = GradientCheck.of(
                () -> {
                    State last = layer.read(x, initial).last();
                    return last.hidden().plus(last.cellState());
                },
                variables,
                GradientCheck.STEP,
                random);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void aSequenceReadInTwoPartsGivesTheSameBits() {
        Var x = normal(6, 2, 3);
        Reading begun = layer.read(x.slice(0, 4), layer.zeroState(2));
        Reading ended = layer.read(x.slice(4, 6), begun.last());
        assertEquals(layer.apply(x).slice(4, 6).value(), ended.outputs().value());
    }

    @Test
    void aSequenceUnrolledInTwoPartsGivesTheSameBits() {
        Var x = normal(6, 2, 3);
        Unrolled whole = layer.unroll(x);
        Unrolled first = layer.unroll(x.slice(0, 4));
        Unrolled second = layer.unroll(x.slice(4, 6), first.last());
        assertEquals(whole.outputs().slice(4, 6).value(), second.outputs().value());
        assertEquals(whole.last().cellState().value(), second.last().cellState().value());
    }

    @Test
    void aClassifierOfSequencesLearns() {
        int count = 256;
        Tensor sequences = Tensor.normal(Shape.of(count, 8, 1), 1, random);
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            // The sign of the third number: it has to be remembered.
            labels[n] = sequences.get(n, 2, 0) > 0 ? 1 : 0;
        }
        Examples examples = Examples.labelled(sequences, labels);
        Layer model = NN.sequential(NN.timeFirst(), NN.lstm(1, 12, random), NN.lastTimeStep(), NN.dense(12, 2, random));
        NN.train(model, examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(1e-2))
                .batchSize(32)
                .epochs(40)
                .seed(1)
                .run();
        assertTrue(NN.accuracy(model, examples) > 0.95);
    }

    @Test
    void sequencesThatDoNotFitAreRefused() {
        assertEquals(
                "Lstm: expected inputs (time, batch, 3), found (4, 2, 7)",
                assertThrows(ShapeException.class, () -> layer.apply(normal(4, 2, 7)))
                        .getMessage());
        assertEquals(
                "Lstm: expected part 1 of the initial state (2, 5), found (2, 4)",
                assertThrows(
                                ShapeException.class,
                                () -> layer.unroll(normal(4, 2, 3), State.of(normal(2, 5), normal(2, 4))))
                        .getMessage());
    }
}
