package lectern.bench.kernel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lectern.bench.compare.Machine;
import lectern.bench.compare.Progress;

/// The comparison of the kernels, from its options to its table.
public final class KernelBench {

    private final Options options;
    private final Bench bench;
    private final List<Row> rows;
    private final Instant start = Instant.now();
    private final double load = load();
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    private KernelBench(Options options) throws IOException {
        this.options = options;
        bench = new Bench(
                options.only(), new Sheet(), Files.createTempFile("lectern-bench", ".log"), Progress.standard());
        rows = Studies.rows().stream().filter(bench::wants).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("bench: no row has " + options.only() + " in its name");
        }
    }

    /// @param args see [Options]
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[args.length - 1].equals("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            new KernelBench(Options.parse(args)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
        }
    }

    private void run() throws IOException {
        enter();
        warmUp();
        for (int round = 0; round < options.rounds(); round++) {
            for (Study study : Studies.all()) {
                if (bench.wantsAny(study.rows())) {
                    round(study, round);
                    keep();
                }
            }
        }
        bench.progress().clear();
        System.out.println(Machine.describe() + ", " + start);
        System.out.println("Median (smallest–largest) of " + options.rounds()
                + " rounds, the kernels in turn; ratio: ours over ipykernel.");
        System.out.printf(Locale.ROOT, "Load of the machine: %.1f at the start, %.1f at the end.%n%n", load, load());
        System.out.println(new Table(bench.sheet()).of(rows));
        bench.sheet().remarks().forEach(System.out::println);
        versions.forEach((name, version) -> System.out.println(name + ": " + version));
        System.out.println("What the kernels said themselves: " + bench.log());
    }

    /// Who takes part.
    private void enter() throws IOException {
        Optional<Python> python = Python.find(System.getenv());
        python.ifPresentOrElse(
                found -> {
                    contenders.add(Contender.peer(found.path()));
                    versions.put(Contender.PEER, found.version());
                },
                () -> versions.put(
                        Contender.PEER,
                        "left out: expected a Python with ipykernel, found none;"
                                + " name one with LECTERN_BENCH_PYTHON"));
        contenders.add(Contender.ours(options.spec()));
        versions.put(Contender.OURS, options.spec().toString());
    }

    /// One start that does not count, so that the files are in memory and this program is compiled.
    private void warmUp() {
        var uncounted = bench.with(new Sheet());
        contenders.forEach(contender -> attempt(new Starts(), contender, uncounted));
    }

    private void round(Study study, int round) {
        List<Contender> inTurn = round % 2 == 0 ? contenders : contenders.reversed();
        for (int i = 0; i < study.times(options.rounds()); i++) {
            inTurn.forEach(contender -> attempt(study, contender, bench));
        }
    }

    private static void attempt(Study study, Contender contender, Bench bench) {
        bench.progress().show(study.name(), contender.name());
        try {
            study.run(bench, contender);
        } catch (KernelException e) {
            bench.sheet().remark(contender, study.name() + ": " + e.getMessage());
        }
    }

    /// How many wanted a processor in the last minute, or a negative number where the system does not say.
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /// So that a run that is stopped has kept what it had.
    private void keep() throws IOException {
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), new Results(start, versions, bench.sheet()).json(rows));
        }
    }
}
