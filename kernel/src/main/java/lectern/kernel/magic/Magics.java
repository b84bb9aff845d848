package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.ParsedCellMagic;
import org.dflib.jjava.jupyter.kernel.magic.ParsedLineMagic;

/// Runs cells that may begin with, or contain, `%` commands.
public final class Magics {

    private static final String TIME = "time";
    private static final Pattern COMMAND = Pattern.compile("^[ \\t]*(%%?(\\w+))", Pattern.MULTILINE);

    private final Supplier<EngineSwitch> evaluator;
    private final Map<String, LineMagic> lines = new LinkedHashMap<>();

    /// @param evaluator what runs the code; asked for when it is needed
    /// @param moreClasses hears of it when the class path has grown
    public Magics(Supplier<EngineSwitch> evaluator, Consumer<Evaluator> moreClasses) {
        this.evaluator = evaluator;
        lines.put("help", new Help(this::help));
        for (var name : new String[] {"jars", "classpath"}) {
            lines.put(name, new ClassPath(name, evaluator::get, moreClasses));
        }
        lines.put("engine", new ChooseEngine(evaluator));
    }

    /// Runs a cell.
    public Outcome run(int cell, String source) {
        if (!source.contains("%")) {
            return evaluator.get().evaluate(cell, source);
        }
        var found = new Found();
        try {
            var code = new MagicParser("(?<=(?:\\r|\\n|^))[ \\t]*%(?!%)", "%%", found).resolveMagics(source);
            found.actions.forEach(Runnable::run);
            return found.timed
                    ? Time.measure(() -> evaluator.get().evaluate(cell, code))
                    : evaluator.get().evaluate(cell, code);
        } catch (IllegalArgumentException e) {
            var message = String.valueOf(e.getMessage());
            return new Outcome.Failure("MagicError", message, List.of("\u001b[1;31mMagicError\u001b[0m: " + message));
        }
    }

    /// How the command is written whose name the cursor stands on, and what it does.
    public Optional<String> describe(String source, int cursor) {
        var command = COMMAND.matcher(source);
        while (command.find()) {
            if (command.start(1) <= cursor && cursor <= command.end(1)) {
                var line = lines.get(command.group(2));
                return command.group(2).equals(TIME)
                        ? Optional.of(Time.HELP)
                        : Optional.ofNullable(line).map(LineMagic::help);
            }
        }
        return Optional.empty();
    }

    private List<String> help() {
        return Stream.concat(Stream.of(Time.HELP), lines.values().stream().map(LineMagic::help))
                .toList();
    }

    private IllegalArgumentException unknown(String prefix, String name, Stream<String> known) {
        var nearest = known.min(Comparator.comparingInt(candidate -> distance(candidate, name)))
                .orElse(TIME);
        return new IllegalArgumentException(
                prefix + name + ": expected a command that exists, found none of this name; did you mean " + prefix
                        + nearest + "? %help lists them");
    }

    /// The number of letters to insert, drop or change on the way from `a` to `b`.
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /// What the parser finds in one cell. Commands become empty lines, so that the others keep their numbers.
    private final class Found extends MagicTranspiler {

        private final List<Runnable> actions = new ArrayList<>();
        private boolean timed;

        @Override
        public String transpileCell(ParsedCellMagic magic) {
            var name = magic.magicCall.name;
            if (!name.equals(TIME)) {
                throw unknown("%%", name, Stream.of(TIME));
            }
            timed = true;
            return "\n" + magic.magicCall.body;
        }

        @Override
        public String transpileLine(ParsedLineMagic magic) {
            var name = magic.magicCall.name;
            if (name.equals(TIME)) {
                timed = true;
                return magic.raw.replaceFirst("\\s*%?time\\s*", "");
            }
            var line = lines.get(name);
            if (line == null) {
                throw unknown("%", name, Stream.concat(Stream.of(TIME), lines.keySet().stream()));
            }
            actions.add(() -> line.run(magic.magicCall.args));
            return "";
        }
    }
}
