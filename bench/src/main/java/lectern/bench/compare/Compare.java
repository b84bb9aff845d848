package lectern.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.bench.compare.Rival.RivalException;

/// The comparison with other libraries, from its options to its table.
public final class Compare {

    private final Options options;
    private final Progress progress = Progress.standard();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private Compare(Options options) {
        this.options = options;
    }

    /// @param args see [Options]
    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(args);
            if (!options.selects(Cold.NAME) && Works.all().stream().noneMatch(work -> options.selects(work.name()))) {
                throw new IllegalArgumentException("bench: no row has " + options.only() + " in its name");
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        new Compare(options).run();
    }

    private void run() throws IOException {
        List<Work> selected = Works.all().stream()
                .filter(work -> options.selects(work.name()))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(progress::clear));
        Instant start = Instant.now();
        Path log = Files.createTempFile("lectern-bench", ".log");
        Table table = new Table(Contenders.all().stream()
                .map(Contender::name)
                .filter(name -> !name.equals(Row.OURS))
                .toList());
        System.out.println(Machine.describe() + ", " + start);
        System.out.println("Time of one call: fastest round (median of " + options.rounds()
                + " rounds); ratio: ours over the best peer.\n");
        System.out.println(table.head());
        for (int threads : options.threads()) {
            List<Rival> rivals = selected.isEmpty() ? List.of() : rivals(threads, log);
            try {
                for (Work work : selected) {
                    report(new Match(work, threads, progress).run(rivals, options.rounds()), table, start);
                }
            } finally {
                rivals.forEach(Rival::close);
            }
            if (options.selects(Cold.NAME)) {
                report(new Cold(threads, log, progress, versions).run(), table, start);
            }
        }
        System.out.println();
        rows.stream()
                .filter(row -> !row.remark().isEmpty())
                .forEach(row ->
                        System.out.println(row.work() + ", threads " + row.threads() + ": " + row.remark() + "."));
        versions.forEach((name, version) -> System.out.println(name + ": " + version));
    }

    /// Prints a row and keeps it, so that a run that is stopped has kept what it had.
    private void report(Row row, Table table, Instant start) throws IOException {
        rows.add(row);
        progress.clear();
        System.out.println(table.row(row));
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), Json.of(start, versions, rows));
        }
    }

    private List<Rival> rivals(int threads, Path log) {
        List<Rival> rivals = new ArrayList<>();
        for (Contender contender : Contenders.all()) {
            String name = contender.name();
            progress.show("start", name);
            try {
                Rival rival = Rival.start(contender, threads, log);
                rivals.add(rival);
                versions.put(name, rival.version());
            } catch (RivalException e) {
                if (versions.put(name, "left out: " + e.getMessage()) == null) {
                    progress.say(name + " is left out: " + e.getMessage() + " (more in " + log + ")");
                }
            }
        }
        return rivals;
    }
}
