package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lectern.kernel.eval.Completion;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/// Runs cells that may begin with, or contain, `%` commands, each in its turn.
public final class Magics {

    private static final Pattern COMMAND = Pattern.compile("^[ \\t]*(%%?(\\w+))", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\\A\\w*");
    private static final Pattern BEGUN = Pattern.compile("(?:^|[\\r\\n])([ \\t]*)(%%?)(\\w*)\\z");
    private static final Pattern CELL = Pattern.compile("\\A(\\s*)%%(\\w+)([^\\r\\n]*)(?:\\r?\\n)?([\\s\\S]*)\\z");
    private static final String RED = "\u001b[1;38;5;196m";
    private static final String PLAIN = "\u001b[0m";

    private final Supplier<EngineSwitch> evaluator;
    private final Commands commands = new Commands();
    private volatile int number;

    /// @param evaluator what runs the code; asked for when it is needed
    /// @param show puts something under the cell
    /// @param text how a value reads
    public Magics(Supplier<EngineSwitch> evaluator, Consumer<DisplayData> show, Function<Object, String> text) {
        this(
                evaluator,
                show,
                text,
                Path.of(System.getProperty("user.home", ""), ".m2"),
                task -> Thread.ofPlatform().daemon().name("sources").start(task));
    }

    /// @param mavenHome the user's Maven folder
    /// @param later does what no one waits for
    Magics(
            Supplier<EngineSwitch> evaluator,
            Consumer<DisplayData> show,
            Function<Object, String> text,
            Path mavenHome,
            Executor later) {
        this.evaluator = evaluator;
        var time = new Time(code -> run(number, code));
        var environment = new Environment(show);
        var libraries = new Libraries(evaluator, mavenHome, later);
        commands.add((LineCommand) new Help(commands::descriptions, show), "help");
        commands.add((LineCommand) time, Time.NAME);
        commands.add((CellCommand) time, Time.NAME);
        commands.add(new Variables(evaluator, show, text), "who", "vars", "whos");
        commands.add(new ListImports(evaluator), "imports");
        commands.add(new Reset(evaluator), "reset");
        commands.add(new Load(code -> run(number, code)), "load");
        commands.add(new Jars(evaluator), "jars");
        commands.add(new ClassPath(evaluator), "classpath");
        commands.add(new MavenDependency(libraries), "maven", "addMavenDependency", "addMavenDependencies");
        commands.add(new MavenRepository(libraries), "mavenRepo", "addMavenRepo");
        var pom = new Pom(libraries);
        commands.add((LineCommand) pom, "loadFromPOM");
        commands.add((CellCommand) pom, "loadFromPOM");
        commands.add(environment, "env");
        commands.add(new Execute(environment), "exec", "system");
        commands.add(new Shell("sh", environment), "sh");
        commands.add(new Shell("bash", environment), "bash");
        commands.add(new Shown("html", "text/html", "<b>bold</b>"), "html", "HTML");
        commands.add(
                new Shown("javascript", "application/javascript", "element.textContent = 'hello'"), "javascript", "js");
        commands.add(new Shown("latex", "text/latex", "$e^{i\\pi} = -1$"), "latex");
        commands.add(new Shown("markdown", "text/markdown", "**bold**"), "markdown");
        commands.add(new Shown("svg", "image/svg+xml", "<svg width='9' height='9'><circle r='9'/></svg>"), "svg");
        commands.add(new ChooseEngine(evaluator), "engine");
    }

    /// Where extensions register further ones.
    public MagicsRegistry registry() {
        return commands;
    }

    /// The Java of a cell, for whoever only looks at it: commands are blank, and all else keeps its place.
    public String java(String source) {
        if (!source.contains("%")) {
            return source;
        }
        var whole = CELL.matcher(source);
        if (!whole.matches()) {
            return CellReader.java(source);
        }
        int body = whole.start(4);
        var head = blank(source.substring(0, body));
        return commands.takesCode(whole.group(2)) ? head + java(source.substring(body)) : blank(source);
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\r\\n]", " ");
    }

    /// Runs a cell.
    public Outcome run(int cell, String source) {
        number = cell;
        if (!source.contains("%")) {
            return evaluator.get().evaluate(cell, source);
        }
        var whole = CELL.matcher(source);
        if (whole.matches()) {
            var command = new Part.Command(lines(whole.group(1)) + 1, whole.group(2), whole.group(3));
            var body = commands.takesCode(command.name())
                    ? blank(source.substring(0, whole.start(4))) + whole.group(4)
                    : whole.group(4);
            return guarded(cell, command, () -> runWhole(command, body));
        }
        List<Part> parts;
        try {
            parts = CellReader.parts(source, commands.getLineMagicNames()::contains);
        } catch (IllegalArgumentException e) {
            return failure(String.valueOf(e.getMessage()), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Part.Code(var text)
                ? evaluator.get().evaluate(cell, text)
                : evaluator.get().perform(cell, () -> runAll(cell, parts));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private Outcome runAll(int cell, List<Part> parts) throws Exception {
        Outcome last = new Outcome.Nothing();
        for (var part : parts) {
            last = switch (part) {
                case Part.Code(var text) -> evaluator.get().evaluate(cell, text);
                case Part.Timed(var text) -> Time.measure(() -> evaluator.get().evaluate(cell, text));
                case Part.Command command -> runLine(cell, command, last);
            };
            if (last instanceof Outcome.Failure) {
                return last;
            }
        }
        return last;
    }

    private Outcome runLine(int cell, Part.Command command, Outcome last) throws Exception {
        return explained(cell, command, () -> {
            var value = commands.runLine(command.name(), Arguments.split(command.rest()));
            return value instanceof Outcome.Failure failure ? failure : last;
        });
    }

    private Outcome runWhole(Part.Command command, String body) throws Exception {
        var result = commands.runCell(command.name(), Arguments.split(command.rest()), body);
        return switch (result) {
            case null -> new Outcome.Nothing();
            case Outcome outcome -> outcome;
            default -> new Outcome.Value(result);
        };
    }

    private Outcome guarded(int cell, Part.Command command, Callable<Outcome> work) {
        return evaluator.get().perform(cell, () -> explained(cell, command, work));
    }

    private static Outcome explained(int cell, Part.Command command, Callable<Outcome> work) throws Exception {
        try {
            return work.call();
        } catch (IllegalArgumentException e) {
            return failure(String.valueOf(e.getMessage()), place(cell, command));
        } catch (IOException e) {
            return failure("%" + command.name() + ": " + e, place(cell, command));
        }
    }

    /// The commands whose names begin as a line before the cursor does; those for whole cells where one may stand.
    public Optional<Completion> complete(String source, int cursor) {
        var begun = BEGUN.matcher(source).region(0, cursor);
        if (!begun.find()) {
            return Optional.empty();
        }
        boolean first = source.substring(0, begun.start(2)).isBlank();
        var rest = source.substring(cursor);
        int end = cursor + rest.length() - WORD.matcher(rest).replaceFirst("").length();
        var found = commands.beginning(begun.group(2), begun.group(3), first);
        return Optional.of(new Completion(begun.start(2), end, found));
    }

    /// How the command is written whose name the cursor stands on, what it does, and an example.
    public Optional<String> describe(String source, int cursor) {
        var command = COMMAND.matcher(source);
        while (command.find()) {
            if (command.start(1) <= cursor && cursor <= command.end(1)) {
                return commands.description(command.group(1), command.group(2)).map(Description::text);
            }
        }
        return Optional.empty();
    }

    private static String place(int cell, Part.Command command) {
        return cell == 0 ? "" : "    at cell [" + cell + "], line " + command.line() + ": " + command.text();
    }

    private static Outcome.Failure failure(String message, String place) {
        var first = RED + "MagicError" + PLAIN + ": " + message;
        return new Outcome.Failure("MagicError", message, place.isEmpty() ? List.of(first) : List.of(first, place));
    }
}
