package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Epoch;
import lectern.nn.train.Gauge;
import lectern.nn.train.History;
import lectern.nn.train.Observer;
import lectern.nn.train.Plan;
import lectern.nn.train.Reading;
import lectern.nn.train.Step;
import org.junit.jupiter.api.Test;

class TrainingCurvesTest {

    private static final Plan PLAN = new Plan(2, 500);

    private final TrainingCurves curves = new TrainingCurves();

    private static Epoch epoch(int number, Map<String, Double> metrics) {
        return new Epoch(number, 500 * number, 1.0 / number, OptionalDouble.of(2.0 / number), 0.1, metrics);
    }

    private static void steps(Observer run, int from, int to) {
        for (int i = from; i <= to; i++) {
            run.step(new Step((i - 1) / 500 + 1, i, 1.0 / i));
        }
    }

    private static History history(List<Reading> readings) {
        var epochs = new ArrayList<Epoch>();
        epochs.add(epoch(1, Map.of("accuracy", 0.5)));
        epochs.add(epoch(2, Map.of("accuracy", 0.75)));
        return new History(epochs, readings, Map.of());
    }

    @Test
    void aRunningTrainingSaysHowFarItIs() {
        var run = curves.begin(PLAN);
        assertTrue(curves.text().startsWith("[                                        ] epoch 1 of 2"), curves::text);
        steps(run, 1, 750);
        assertTrue(curves.text().startsWith("[==============================          ] epoch 2 of 2, "), curves::text);
        assertTrue(curves.pace().matches("epoch 2 of 2, \\S+ steps/s, \\d+ s left"), curves::pace);
    }

    @Test
    void theEndSaysNothingOfTime() {
        var run = curves.begin(PLAN);
        steps(run, 1, 1000);
        run.done(history(List.of()));
        var again = new TrainingCurves();
        var other = again.begin(PLAN);
        steps(other, 1, 1000);
        other.done(history(List.of()));
        assertFalse(curves.text().contains("steps/s"), curves::text);
        assertEquals(again.svg(), curves.svg());
    }

    @Test
    void whatWasBrokenOffKeepsItsCurve() {
        var run = curves.begin(PLAN);
        steps(run, 1, 7);
        run.broken();
        assertFalse(curves.text().contains("steps/s"), curves::text);
        assertTrue(curves.text().contains("training"), curves::text);
    }

    @Test
    void aLongTrainingHasSomeHundredPoints() {
        var run = new TrainingRun(1, PLAN, () -> {});
        steps(run, 1, 1000);
        run.broken();
        assertEquals(200, run.seen().losses().size());
        assertEquals(
                (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0) / 5,
                run.seen().losses().getFirst(),
                1e-12);
        assertEquals(5 / 500.0, run.seen().epochsOfLosses().getFirst(), 1e-12);
        assertEquals(2, run.seen().epochsOfLosses().getLast(), 1e-12);
    }

    @Test
    void metricsAndGaugesHaveChartsOfTheirOwn() {
        var readings = List.of(
                new Reading(1, Gauge.GRADIENT_NORM, List.of("W1 3×2", "W2 2×3"), List.of(0.5, 0.75)),
                new Reading(6, Gauge.GRADIENT_NORM, List.of("W1 3×2", "W2 2×3"), List.of(0.25, 0.5)));
        var text = TrainingCurves.of(history(readings)).text();
        assertTrue(text.contains("* training   o validation"), text);
        assertTrue(text.contains("accuracy"), text);
        assertTrue(text.contains("gradient norm"), text);
        assertTrue(text.contains("W1 3x2"), text);
        assertFalse(text.contains("size of update"), text);
        var svg = TrainingCurves.of(history(readings)).svg();
        assertTrue(svg.startsWith("<svg") && svg.contains("3 panels"), svg);
    }

    @Test
    void imagesAreDrawnWhileItRunsAndAtTheEnd() {
        var run = curves.begin(PLAN);
        steps(run, 1, 10);
        int panels = curves.svg().split("<image ", -1).length;
        run.images(Map.of("filters", Tensor.of(Shape.of(2, 2, 2), 0, 1, 0, 1, 0, -1, 0, 1)));
        String running = curves.svg();
        assertEquals(panels + 2, running.split("<image ", -1).length);
        assertTrue(running.contains(">filters<"), running);
        run.done(new History(List.of(), List.of(), Map.of("filters", Tensor.of(Shape.of(70, 1, 1), new float[70]))));
        assertEquals(panels + 64, curves.svg().split("<image ", -1).length);
    }

    @Test
    void severalTrainingsStandInOneChart() {
        for (int i = 1; i <= 10; i++) {
            var run = curves.begin(PLAN);
            run.epoch(epoch(1, Map.of()));
            steps(run, 1, 500);
            run.broken();
        }
        assertEquals("the last 8 of 10 trainings", curves.title());
        assertTrue(curves.text().contains("training 10"), curves::text);
        assertFalse(curves.text().contains("training 2 "), curves::text);
    }
}
