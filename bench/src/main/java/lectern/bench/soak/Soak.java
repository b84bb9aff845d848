package lectern.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import lectern.bench.Arguments;

/// Keeps a kernel busy with [Acts] at random for some minutes, and says whether it is as well at the end as it was.
public final class Soak {

    private static final String USAGE = "usage: ./lectern soak [--minutes N] [--seed N]";
    private static final int SAMPLES = 20;
    private static final int CHECKED = 25;

    private Soak() {}

    /// Ends with 1 if the kernel failed, 2 if the options make no sense.
    public static void main(String[] args) throws IOException, InterruptedException {
        int minutes = 30;
        int seed = 1;
        Path spec = Path.of("kernel.json");
        try {
            for (var option : Arguments.pairs(args)) {
                switch (option.name()) {
                    case "--minutes" -> minutes = option.number(10_000);
                    case "--seed" -> seed = option.number(Integer.MAX_VALUE);
                    case "--spec" -> spec = Path.of(option.value());
                    default -> throw option.unknown();
                }
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
        System.exit(run(spec, TimeUnit.MINUTES.toNanos(minutes), seed) ? 0 : 1);
    }

    private static boolean run(Path spec, long nanoseconds, int seed) throws IOException, InterruptedException {
        var log = Files.createTempFile("lectern-soak", ".log");
        var counts = new TreeMap<String, Integer>();
        var interruptions = new ArrayList<Double>();
        var samples = new ArrayList<Sample>();
        long done = 0;
        System.out.println("seed " + seed + ", what the kernel's process writes: " + log);
        System.out.println(Sample.head());
        try (var patient = new Patient(spec, log)) {
            var acts = new Acts(patient, new SplittableRandom(seed), interruptions::add);
            acts.begin();
            long start = System.nanoTime();
            while (System.nanoTime() - start < nanoseconds) {
                counts.merge(acts.act(), 1, Integer::sum);
                if (++done % CHECKED == 0) {
                    acts.check();
                }
                if ((System.nanoTime() - start) * SAMPLES / nanoseconds >= samples.size()) {
                    samples.add(Sample.of(patient, done));
                    System.out.println(samples.getLast());
                }
            }
            acts.check();
            samples.add(Sample.of(patient, done));
            System.out.println(samples.getLast());
            summary(counts, interruptions);
            System.out.printf(Locale.ROOT, "shut down in %.0f ms%n", patient.shutDown());
        } catch (SoakFailure e) {
            System.out.println("FAILED at act " + done + " of seed " + seed + ": " + e.getMessage());
            return false;
        }
        var complaints = drift(samples);
        complaints.forEach(complaint -> System.out.println("FAILED: " + complaint));
        System.out.println(complaints.isEmpty() ? "healthy after " + done + " acts" : "not healthy");
        return complaints.isEmpty();
    }

    private static void summary(Map<String, Integer> counts, List<Double> interruptions) {
        System.out.println(counts);
        var sorted = interruptions.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "interrupt to reply: median %.0f ms, 99 of 100 within %.0f ms, longest %.0f ms%n",
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    sorted.getLast());
        }
    }

    /// What has grown from the second quarter of the time to the last: the first is for what a session needs anyway.
    static List<String> drift(List<Sample> samples) {
        int quarter = samples.size() / 4;
        var early = samples.subList(quarter, Math.max(quarter + 1, 2 * quarter));
        var late = samples.subList(Math.max(samples.size() - quarter, samples.size() / 2), samples.size());
        var complaints = new ArrayList<String>();
        grown(complaints, "time of a trivial cell, ms", early, late, Sample::latency, 2, 5);
        grown(complaints, "heap, MiB", early, late, Sample::heap, 1.2, 10);
        grown(complaints, "metaspace, MiB", early, late, Sample::metaspace, 1.2, 5);
        grown(complaints, "resident memory, MiB", early, late, Sample::resident, 1.3, 50);
        grown(complaints, "threads", early, late, Sample::threads, 1, 5);
        return complaints;
    }

    private static void grown(
            List<String> complaints,
            String what,
            List<Sample> early,
            List<Sample> late,
            ToDoubleFunction<Sample> number,
            double factor,
            double slack) {
        double before = median(early, number);
        double after = median(late, number);
        if (after > before * factor + slack) {
            complaints.add(String.format(Locale.ROOT, "%s: from %.1f to %.1f", what, before, after));
        }
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> number) {
        var sorted = samples.stream().mapToDouble(number).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
