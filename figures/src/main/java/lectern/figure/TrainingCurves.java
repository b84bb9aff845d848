package lectern.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Gauge;
import lectern.nn.train.History;
import lectern.nn.train.Observer;
import lectern.nn.train.Plan;

/// What a training goes through: its losses, its metrics, and what its gauges show, while it runs and afterwards.
///
/// Several trainings may follow one another; their losses then stand in one chart. What is drawn follows from the
/// trainings alone once they are over; while one runs, a bar above says how far it is and how long it takes still.
public final class TrainingCurves implements Figure {

    /// More lines than there are colours could not be told apart.
    private static final int MOST = 8;

    /// The first ones of a layer say enough.
    private static final int MOST_IMAGES = 64;

    /// Columns to rows of a grid, about.
    private static final double WIDE = 1.6;

    private final List<TrainingRun> runs = new ArrayList<>();
    private int begun;

    /// No training yet.
    public TrainingCurves() {}

    /// The curves of a training that is over.
    public static TrainingCurves of(History history) {
        var curves = new TrainingCurves();
        curves.runs.add(new TrainingRun(1, history));
        curves.begun = 1;
        return curves;
    }

    /// Begins with one more training.
    ///
    /// @return what is to see it; the current [Screen] hears of every change
    public Observer begin(Plan plan) {
        var run = new TrainingRun(++begun, plan, () -> Screen.current().changed(this));
        synchronized (this) {
            runs.add(run);
            if (runs.size() > MOST) {
                runs.removeFirst();
            }
        }
        return run;
    }

    /// How far the latest training is, in a line: `epoch 3 of 10, 1240 steps/s, 12 s left`.
    public String pace() {
        List<TrainingRun> now = runs();
        return now.isEmpty() ? "" : now.getLast().seen().pace();
    }

    private synchronized List<TrainingRun> runs() {
        return List.copyOf(runs);
    }

    private Panels panels() {
        List<TrainingRun.Seen> seen = runs().stream().map(TrainingRun::seen).toList();
        var charts = new ArrayList<Exhibit<?>>();
        charts.add(losses(seen));
        charts.addAll(metrics(seen));
        if (seen.size() == 1) {
            charts.addAll(gauges(seen.getFirst()));
            charts.addAll(images(seen.getFirst()));
        }
        Panels panels = new Panels(charts.toArray(Exhibit<?>[]::new)).columns(Math.min(2, charts.size()));
        if (begun > MOST) {
            panels.title("the last " + MOST + " of " + begun + " trainings");
        }
        if (!seen.isEmpty() && seen.getLast().isRunning()) {
            panels.meter(seen.getLast().share(), seen.getLast().pace());
        }
        return panels;
    }

    private static LineChart losses(List<TrainingRun.Seen> runs) {
        LineChart chart = new LineChart().x("epoch").y("loss");
        for (TrainingRun.Seen run : runs) {
            chart.line(name(runs, run, "training"), run.epochsOfLosses(), run.losses());
            if (!run.validationLosses().isEmpty()) {
                chart.line(name(runs, run, "validation"), run.epochs(), run.validationLosses());
            }
        }
        return chart;
    }

    /// The shares, such as accuracies, in one chart; each of the others in one of its own.
    private static List<LineChart> metrics(List<TrainingRun.Seen> runs) {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.metrics().keySet()));
        LineChart shares = new LineChart().x("epoch");
        var charts = new ArrayList<LineChart>();
        var together = new ArrayList<String>();
        for (String name : names) {
            boolean isShare = runs.stream().allMatch(run -> run.isShare(name));
            LineChart chart = isShare ? shares : new LineChart().x("epoch").y(name);
            for (TrainingRun.Seen run : runs) {
                if (run.metrics().containsKey(name)) {
                    chart.line(
                            name(runs, run, name), run.epochs(), run.metrics().get(name));
                }
            }
            if (isShare) {
                together.add(name);
            } else {
                charts.add(chart);
            }
        }
        if (!together.isEmpty()) {
            charts.addFirst(shares.y(together.size() == 1 ? together.getFirst() : "share"));
        }
        return charts;
    }

    private static List<LineChart> gauges(TrainingRun.Seen run) {
        var charts = new ArrayList<LineChart>();
        for (Gauge gauge : Gauge.values()) {
            LineChart chart = new LineChart().x("step").y(gauge.title()).logY();
            List<TrainingRun.Line> lines = run.lines(gauge);
            lines.forEach(line -> chart.line(line.name(), line.steps(), line.values()));
            if (!lines.isEmpty()) {
                charts.add(chart);
            }
        }
        return charts;
    }

    private static List<ImageGrid> images(TrainingRun.Seen run) {
        var grids = new ArrayList<ImageGrid>();
        run.images().forEach((name, images) -> grids.add(grid(images).title(name)));
        return grids;
    }

    /// Brightness, or where there are numbers below zero, colours around it.
    private static ImageGrid grid(Tensor images) {
        int rank = images.shape().rank();
        int count = Math.min(MOST_IMAGES, images.size(0));
        float[] shown = Arrays.copyOf(images.array(), images.count() / images.size(0) * count);
        var grid = new ImageGrid(images.size(rank - 2), images.size(rank - 1))
                .columns((int) Math.ceil(Math.sqrt(WIDE * count)))
                .images(Tensor.of(images.shape().withFirst(count), shown));
        for (float number : shown) {
            if (number < 0) {
                return grid.diverging();
            }
        }
        return grid;
    }

    private static String name(List<TrainingRun.Seen> runs, TrainingRun.Seen run, String what) {
        return runs.size() == 1 ? what : what + " " + run.number();
    }

    private <T> T form(Function<Panels, T> form) {
        return form.apply(panels());
    }

    @Override
    public String title() {
        return form(Panels::title);
    }

    @Override
    public String svg() {
        return form(Panels::svg);
    }

    @Override
    public byte[] png() {
        return form(Panels::png);
    }

    @Override
    public byte[] pdf() {
        return form(Panels::pdf);
    }

    @Override
    public String text(TextStyle style) {
        return form(panels -> panels.text(style));
    }

    /// The same as [#text()], for where a value is printed.
    @Override
    public String toString() {
        return text();
    }
}
