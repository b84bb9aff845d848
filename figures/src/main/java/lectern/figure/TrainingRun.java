package lectern.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Epoch;
import lectern.nn.train.Gauge;
import lectern.nn.train.History;
import lectern.nn.train.Observer;
import lectern.nn.train.Plan;
import lectern.nn.train.Reading;
import lectern.nn.train.Step;

/// What was seen of one training; noted on the thread that trains, drawn on another.
final class TrainingRun implements Observer {

    /// A curve has about as many points; each is the mean over the steps since the one before.
    private static final int POINTS = 200;

    private static final double NANOSECONDS = 1e9;
    private static final int MINUTE = 60;

    /// Readings of one matrix or layer.
    record Line(String name, List<Integer> steps, List<Double> values) {}

    /// All that was seen until a moment.
    ///
    /// @param epochsOfLosses where the losses stand, in epochs
    /// @param epochs that are over
    /// @param share of the steps that are done, 0…1
    /// @param pace in words
    record Seen(
            int number,
            List<Double> epochsOfLosses,
            List<Double> losses,
            List<Integer> epochs,
            List<Double> validationLosses,
            Map<String, List<Double>> metrics,
            List<Reading> readings,
            Map<String, Tensor> images,
            boolean isRunning,
            double share,
            String pace) {

        /// Whether a metric is a share, as an accuracy is.
        boolean isShare(String metric) {
            return metrics.getOrDefault(metric, List.of()).stream().allMatch(value -> value >= 0 && value <= 1);
        }

        /// A line for each matrix of weights or each layer.
        List<Line> lines(Gauge gauge) {
            List<Reading> all = readings.stream()
                    .filter(reading -> reading.gauge() == gauge)
                    .toList();
            List<String> names = all.isEmpty() ? List.of() : all.getFirst().names();
            return IntStream.range(0, names.size())
                    .mapToObj(i -> new Line(
                            names.get(i),
                            all.stream().map(Reading::step).toList(),
                            all.stream().map(reading -> reading.values().get(i)).toList()))
                    .toList();
        }
    }

    private final int number;
    private final Plan plan;
    private final Runnable changed;
    private final long begin = System.nanoTime();
    private final List<Double> epochsOfLosses = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private Map<String, Tensor> images = Map.of();
    private boolean running = true;
    private int steps;
    private double sum;
    private int summed;

    /// @param number of the training, from 1
    /// @param changed runs at every change
    TrainingRun(int number, Plan plan, Runnable changed) {
        this.number = number;
        this.plan = plan;
        this.changed = changed;
    }

    /// One that is over; its losses are those of the epochs.
    TrainingRun(int number, History history) {
        this(number, new Plan(history.epochs().size(), 1), () -> {});
        history.epochs().forEach(epoch -> {
            epochsOfLosses.add((double) epoch.number());
            losses.add(epoch.loss());
            epochs.add(epoch);
        });
        readings.addAll(history.readings());
        images = history.images();
        running = false;
    }

    @Override
    public void step(Step step) {
        synchronized (this) {
            steps = step.number();
            sum += step.loss();
            summed++;
            if (summed >= Math.ceilDiv(plan.steps(), POINTS)) {
                closePoint();
            }
        }
        changed.run();
    }

    private void closePoint() {
        if (summed > 0) {
            epochsOfLosses.add(steps / (double) plan.stepsPerEpoch());
            losses.add(sum / summed);
            sum = 0;
            summed = 0;
        }
    }

    @Override
    public void epoch(Epoch epoch) {
        synchronized (this) {
            epochs.add(epoch);
        }
        changed.run();
    }

    @Override
    public void reading(Reading reading) {
        synchronized (this) {
            readings.add(reading);
        }
    }

    @Override
    public void images(Map<String, Tensor> now) {
        synchronized (this) {
            images = now;
        }
    }

    @Override
    public void done(History history) {
        synchronized (this) {
            images = history.images();
        }
        broken();
    }

    @Override
    public void broken() {
        synchronized (this) {
            closePoint();
            running = false;
        }
        changed.run();
    }

    synchronized Seen seen() {
        Map<String, List<Double>> metrics = new LinkedHashMap<>();
        for (Epoch epoch : epochs) {
            epoch.metrics()
                    .forEach((name, value) -> metrics.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(value));
        }
        double share = plan.steps() == 0 ? 0 : steps / (double) plan.steps();
        return new Seen(
                number,
                List.copyOf(epochsOfLosses),
                List.copyOf(losses),
                epochs.stream().map(Epoch::number).toList(),
                epochs.stream()
                        .flatMap(epoch -> epoch.validationLoss().stream().boxed())
                        .toList(),
                metrics,
                List.copyOf(readings),
                images,
                running,
                share,
                pace(share));
    }

    /// `epoch 3 of 10, 1240 steps/s, 12 s left`.
    private String pace(double share) {
        int epoch = Math.min(plan.epochs(), steps / plan.stepsPerEpoch() + 1);
        String text = "epoch " + epoch + " of " + plan.epochs();
        double seconds = (System.nanoTime() - begin) / NANOSECONDS;
        if (steps == 0) {
            return text;
        }
        long left = Math.round(seconds / share * (1 - share));
        return text
                + String.format(Locale.ROOT, ", %.3g steps/s, ", steps / seconds)
                + (left < MINUTE ? left + " s" : left / MINUTE + String.format(Locale.ROOT, ":%02d min", left % MINUTE))
                + " left";
    }
}
