package lectern.bench.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.figure.BarChart;
import lectern.figure.Figure;
import lectern.figure.Figures;
import lectern.figure.LineChart;
import lectern.nn.NN;

/// Measures the questions one after the other, prints the numbers as Markdown, and draws each as SVG and PNG
/// with the bound that the multiply-adds set.
public final class Scaling {

    static final String USAGE = "usage: ./lectern bench --scaling [--output DIR]\n";

    private final Path output;
    private final double peak = Peak.multiplyAddsPerSecond();
    private final List<Integer> threads;

    private Scaling(Path output) {
        this.output = output;
        int processors = Runtime.getRuntime().availableProcessors();
        threads = processors == 1 ? List.of(1) : List.of(1, processors);
    }

    /// @param args see [#USAGE]
    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(USAGE);
        } else if (args.length == 2 && args[0].equals("--output")) {
            new Scaling(Path.of(args[1])).run();
        } else {
            System.err.println("bench: --scaling expected --output DIR, found " + String.join(" ", args));
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private void run() throws IOException {
        Files.createDirectories(output);
        System.out.printf(
                Locale.ROOT,
                "%s; peak of one thread: %.0f thousand million multiply-adds a second (%.0f GFLOP/s)%n",
                NN.backend(),
                peak / 1e9,
                2 * peak / 1e9);
        for (Question question : Question.all()) {
            answer(question);
        }
        answerThreads();
        System.out.println("\nThe charts are in " + output.toAbsolutePath());
    }

    private void answer(Question question) throws IOException {
        System.out.println("\n" + question.title() + "\n");
        System.out.println("| " + question.axis() + " | threads | ms | bound, ms | of the bound |");
        System.out.println("| --: | --: | --: | --: | --: |");
        LineChart chart = Figures.chart()
                .title(question.title())
                .x(question.axis())
                .y("ms")
                .logX()
                .logY();
        for (int count : threads) {
            NN.threads(count);
            // The first of its kind: it teaches the compiler what the others need, and is not counted.
            Measured.of(question.training().apply(question.sizes().getFirst()));
            List<Double> times = new ArrayList<>();
            List<Double> bounds = new ArrayList<>();
            for (int size : question.sizes()) {
                Measured measured = Measured.of(question.training().apply(size));
                print(Integer.toString(size), count, measured);
                times.add(1e3 * measured.seconds());
                bounds.add(1e3 * measured.bound(peak, count));
            }
            chart.line(named(count), question.sizes(), times);
            chart.line("bound, " + named(count), question.sizes(), bounds);
        }
        write(question.file(), chart);
    }

    /// The same steps on 1, 2, 4, … threads, up to the processors.
    private void answerThreads() throws IOException {
        System.out.println("\nThreads\n");
        System.out.println("| training | threads | ms | bound, ms | of the bound |");
        System.out.println("| :-- | --: | --: | --: | --: |");
        List<Integer> counts = doubled(threads.getLast());
        BarChart chart = Figures.bars(counts.stream().map(Scaling::named).toArray(String[]::new))
                .title("What a training step reaches")
                .y("% of the bound");
        Map<String, Trained> trainings = new LinkedHashMap<>();
        trainings.put("mlp, batch 64", Trained.mlp(64, 256));
        trainings.put("mlp, batch 512", Trained.mlp(512, 256));
        trainings.put("lstm, 50 steps", Trained.lstm(32, 50));
        trainings.forEach((name, trained) -> {
            double[] shares = new double[counts.size()];
            for (int i = 0; i < shares.length; i++) {
                int count = counts.get(i);
                NN.threads(count);
                Measured measured = Measured.of(trained);
                print(name, count, measured);
                shares[i] = 100 * measured.bound(peak, count) / measured.seconds();
            }
            chart.add(name, shares);
        });
        write("threads", chart);
    }

    /// 1, 2, 4, … and the most.
    static List<Integer> doubled(int most) {
        List<Integer> counts = new ArrayList<>();
        for (int count = 1; count < most; count *= 2) {
            counts.add(count);
        }
        counts.add(most);
        return counts;
    }

    private void print(String what, int count, Measured measured) {
        double bound = measured.bound(peak, count);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.0f %% |%n",
                what,
                count,
                1e3 * measured.seconds(),
                1e3 * bound,
                100 * bound / measured.seconds());
    }

    private static String named(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    private void write(String file, Figure chart) throws IOException {
        Files.writeString(output.resolve(file + ".svg"), chart.svg());
        Files.write(output.resolve(file + ".png"), chart.png());
    }
}
