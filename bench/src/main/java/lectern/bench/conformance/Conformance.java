package lectern.bench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String USAGE = """
            usage: ./lectern conformance [--only PATTERN] [--other FILE] [--alone yes]

              --only PATTERN   only checks whose name it is found in, a regular expression
              --other FILE     another Java kernel as well: its kernel.json
              --alone yes      this kernel only
            """;

    private Pattern only = Pattern.compile("");
    private boolean alone;
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
                case "--other" -> other = Optional.of(Contender.of("other", Language.JAVA, Path.of(option.value())));
                case "--only" -> only = option.pattern();
                case "--alone" -> alone = option.value().equals("yes");
                default -> throw option.unknown();
            }
        }
        if (!alone) {
            Python.find(System.getenv()).ifPresent(python -> contenders.add(Contender.peer(python.path())));
        }
        other.ifPresent(contenders::add);
    }

    /// The number of checks that this kernel does not meet, at most 1.
    private int run() throws IOException {
        for (Contender contender : contenders) {
            examine(contender);
        }
        System.out.println(line("", contenders.stream().map(Contender::name).toList()));
        System.out.println("|---|" + "---|".repeat(contenders.size()));
        for (var theme : Suite.themes().entrySet()) {
            for (Check check : chosen(theme.getValue())) {
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
        return met ? 0 : 1;
    }

    private Map<String, Verdict> named(Contender contender) {
        return verdicts.getOrDefault(contender.name(), Map.of());
    }

    private void examine(Contender contender) throws IOException {
        var found = new LinkedHashMap<String, Verdict>();
        verdicts.put(contender.name(), found);
        for (var theme : Suite.themes().entrySet()) {
            Path folder = Files.createTempDirectory("lectern-conformance");
            Suite.examine(contender, chosen(theme.getValue()), folder, (check, verdict) -> {
                System.err.println(contender.name() + ": " + check.name() + ": " + (verdict.met() ? "yes" : "no") + " "
                        + verdict.note());
                found.put(check.name(), verdict);
            });
        }
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
