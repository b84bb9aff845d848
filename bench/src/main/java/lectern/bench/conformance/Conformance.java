package lectern.bench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.bench.Arguments;
import lectern.bench.conformance.Suite.Verdict;
import lectern.bench.kernel.Contender;
import lectern.bench.kernel.Language;
import lectern.bench.kernel.Python;

/// Prints what this kernel does beside ipykernel, and beside another Java kernel where one is given.
public final class Conformance {

    private static final String OTHER = "other";
    private static final String USAGE = """
            usage: ./lectern conformance [--only PATTERN] [--other FILE] [--alone yes] [--patience SECONDS]

              --only PATTERN      only checks whose name it is found in, a regular expression
              --other FILE        another Java kernel as well: its kernel.json
              --alone yes         this kernel only
              --patience SECONDS  how long to wait for any answer (60)
            """;

    private Pattern only = Pattern.compile("");
    private boolean alone;
    private Duration patience = Duration.ofMinutes(1);
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<String, Map<String, Verdict>> verdicts = new LinkedHashMap<>();

    private Conformance() {}

    /// @param args `--spec FILE`, this kernel's, and what the usage says
    public static void main(String[] args) throws IOException {
        var conformance = new Conformance();
        try {
            conformance.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        System.exit(conformance.run());
    }

    private void parse(String... args) throws IOException {
        Optional<Contender> other = Optional.empty();
        for (Arguments.Option option : Arguments.pairs(args)) {
            switch (option.name()) {
                case "--spec" -> contenders.add(Contender.of(Contender.OURS, Language.JAVA, Path.of(option.value())));
                case "--other" -> other = Optional.of(Contender.of(OTHER, Language.JAVA, Path.of(option.value())));
                case "--only" -> only = option.pattern();
                case "--patience" -> patience = Duration.ofSeconds(option.number(3600));
                case "--alone" -> alone = option.value().equals("yes");
                default -> throw option.unknown();
            }
        }
        if (!alone) {
            Python.find(System.getenv()).ifPresent(python -> contenders.add(Contender.peer(python.path())));
        }
        other.ifPresent(contenders::add);
    }

    /// The number of checks that this kernel does not meet, at most 1. The rows of a theme are printed as soon as all
    /// have been through it.
    private int run() throws IOException {
        System.out.println(line("", contenders.stream().map(Contender::name).toList()));
        System.out.println("|---|" + "---|".repeat(contenders.size()));
        for (List<Check> theme : Suite.themes().values()) {
            List<Check> checks = chosen(theme);
            for (Contender contender : contenders) {
                examine(contender, checks);
            }
            for (Check check : checks) {
                System.out.println(line(
                        check.name(),
                        contenders.stream()
                                .map(contender -> cell(contender, check))
                                .toList()));
            }
        }
        boolean met = true;
        for (Contender contender : contenders) {
            var all = named(contender);
            long done = all.values().stream().filter(Verdict::met).count();
            System.out.println(contender.name() + ": " + done + " of " + all.size());
            met &= !contender.name().equals(Contender.OURS) || done == all.size();
        }
        for (Contender contender : contenders) {
            named(contender).forEach((name, verdict) -> {
                if (!verdict.met()) {
                    System.out.println(contender.name() + ": " + name + ": " + verdict.note());
                }
            });
        }
        missing().forEach(System.out::println);
        return met ? 0 : 1;
    }

    /// What is not held beside it, and why.
    private List<String> missing() {
        var missing = new ArrayList<String>();
        if (!alone
                && contenders.stream().noneMatch(contender -> contender.name().equals(Contender.PEER))) {
            missing.add("ipykernel: left out, as no Python was found that has it (LECTERN_BENCH_PYTHON names one)");
        }
        if (!alone
                && contenders.stream().noneMatch(contender -> contender.name().equals(OTHER))) {
            missing.add("another Java kernel: left out, as none was given (--other kernel.json); JJava's is not in"
                    + " Maven Central, so it is not fetched");
        }
        return missing;
    }

    private Map<String, Verdict> named(Contender contender) {
        return verdicts.getOrDefault(contender.name(), Map.of());
    }

    private void examine(Contender contender, List<Check> checks) throws IOException {
        var found = verdicts.computeIfAbsent(contender.name(), _ -> new LinkedHashMap<>());
        Path folder = Files.createTempDirectory("lectern-conformance");
        Suite.examine(contender, checks, folder, patience, (check, verdict) -> {
            System.err.println(contender.name() + ": " + check.name() + ": " + (verdict.met() ? "yes" : "no") + " "
                    + verdict.note());
            found.put(check.name(), verdict);
        });
    }

    private List<Check> chosen(List<Check> checks) {
        return checks.stream()
                .filter(check -> only.matcher(check.name()).find())
                .toList();
    }

    private String cell(Contender contender, Check check) {
        Verdict verdict = named(contender).get(check.name());
        return verdict == null ? "-" : !verdict.met() ? "no" : verdict.note().isEmpty() ? "yes" : verdict.note();
    }

    private static String line(String name, List<String> cells) {
        return "| " + name + " | " + String.join(" | ", cells) + " |";
    }
}
