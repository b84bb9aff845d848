package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import lectern.kernel.eval.CompilingEvaluator;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.JShellEvaluator;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("takes System.out")
class CommandsTest {

    private static final List<String> IMPORTS = List.of("import java.util.*;");

    @TempDir
    Path folder;

    private final List<DisplayData> shown = new ArrayList<>();
    private final EngineSwitch engines = new EngineSwitch(
            Map.of(
                    "compiler", () -> new CompilingEvaluator(IMPORTS, List.of(), _ -> {}),
                    "jshell", () -> new JShellEvaluator(IMPORTS, List.of(), _ -> {})),
            "compiler");
    private final Magics magics =
            new Magics(() -> engines, shown::add, String::valueOf, Path.of("nowhere"), Runnable::run);
    private int cell;
    private Outcome outcome = new Outcome.Nothing();

    /// Runs a cell and gives what it prints.
    private String run(String source) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            outcome = magics.run(++cell, source);
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String message(String source) {
        run(source);
        return assertInstanceOf(Outcome.Failure.class, outcome).message();
    }

    private String table() {
        return shown.getLast().getData(MIMEType.TEXT_PLAIN).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiler", "jshell"})
    void whoListsVariablesWithTypesAndSizes(String engine) {
        engines.use(engine);
        run("int n = 3;\nvar list = List.of(1, 2);\ndouble[][] grid = new double[2][5];\n"
                + "String text = \"x\".repeat(100);\nObject none = null;");
        run("%who");
        assertEquals(
                List.of(
                        "name type size value",
                        "n int 3",
                        "list List<Integer> 2 [1, 2]",
                        "grid double[][] 2 × 5",
                        "text String 100 " + "x".repeat(57) + "...",
                        "none Object null"),
                table().lines()
                        .map(line -> line.replaceAll("\\s+", " ").replaceAll(" \\[\\[D.*", ""))
                        .toList());
        run("%vars n");
        assertEquals(2, table().lines().count());
        assertEquals("%who: expected a variable, found none named m", message("%who m"));
    }

    @Test
    void aTableIsHtmlToo() {
        run("var text = \"<b>\";\n%who");
        assertTrue(shown.getLast()
                .getData(MIMEType.TEXT_HTML)
                .toString()
                .contains("<td style=\"text-align: left\">&lt;b&gt;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiler", "jshell"})
    void importsAreListedAndResetForgets(String engine) {
        engines.use(engine);
        run("import java.time.LocalDate;\nint a = 1;");
        assertEquals("import java.util.*;\nimport java.time.LocalDate;\n", run("%imports"));
        assertEquals("forgotten: 1 variable, and the methods, classes and imports of cells\n", run("%reset"));
        assertEquals("import java.util.*;\n", run("%imports"));
        run("a");
        assertInstanceOf(Outcome.Failure.class, outcome);
        assertEquals("no variables yet\n", run("%who"));
    }

    @Test
    void helpShowsEveryCommandWithAnExample() {
        run("%help");
        for (var name : List.of(
                "%help",
                "%time",
                "%who",
                "%imports",
                "%reset",
                "%load",
                "%jars",
                "%classpath",
                "%maven",
                "%mavenRepo",
                "%loadFromPOM",
                "%env",
                "%exec",
                "%engine",
                "%%sh",
                "%%bash",
                "%%html",
                "%%javascript",
                "%%latex",
                "%%markdown",
                "%%svg")) {
            assertTrue(table().lines().anyMatch(line -> line.matches(name + "\\b.*")), name);
        }
    }

    @Test
    void timeCountsCompilationAndKeepsTheValue() {
        assertTrue(run("%%time\nint a = 2;\na + 1").matches("time: [\\d.]+ m?s\\n"));
        assertEquals(new Outcome.Value(3), outcome);
        assertTrue(run("int b = 1;\n%time int c = b + a;\nc").matches("time: [\\d.]+ m?s\\n"));
        assertEquals(new Outcome.Value(3), outcome);
        assertEquals("%time: expected code after it, found none; %%time measures a cell", message("%time"));
    }

    @Test
    void linesKeepTheirNumbersAfterCommands() {
        run("%%time\n%env A=1\nint a = 1;\nint b = a / 0;");
        var lines = String.join(
                "\n", assertInstanceOf(Outcome.Failure.class, outcome).traceback());
        assertTrue(lines.contains("line 4"), lines);
        run("%env A=1\nint c = 1;\n%time int d = missing;");
        lines = String.join(
                "\n", assertInstanceOf(Outcome.Failure.class, outcome).traceback());
        assertTrue(lines.contains("line 3"), lines);
    }

    @Test
    void aMistakeIsShownWithItsLine() {
        run("int a = 1;\n%jars no.jar");
        assertEquals(
                "    at cell [1], line 2: %jars no.jar",
                assertInstanceOf(Outcome.Failure.class, outcome).traceback().getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html text/html",
                "javascript application/javascript",
                "js application/javascript",
                "latex text/latex",
                "markdown text/markdown",
                "svg image/svg+xml"
            })
    void aCellIsShownAsWhatItIs(String nameAndType) {
        var words = nameAndType.split(" ", 2);
        run("%%" + words[0] + "\nit's %d\n%who");
        var bundle = assertInstanceOf(
                DisplayData.class,
                assertInstanceOf(Outcome.Value.class, outcome).value());
        assertEquals("it's %d\n%who", bundle.getData(MIMEType.parse(words[1])));
    }

    @Test
    void aShellRunsTheCellAndItsStatusCounts() {
        assertEquals("hello\nx\n", run("%env GREETING=hello\n%exec echo hello\n%exec echo x"));
        assertEquals("hello a\n", run("%%sh a\necho $GREETING $1"));
        assertEquals("sh ended with status 3", message("%%sh\nexit 3"));
        assertEquals("ShellError", ((Outcome.Failure) outcome).name());
        assertEquals("false ended with status 1", message("%exec false"));
        assertEquals("2\n", run("%%bash\na=(x y); echo ${#a[@]}"));
    }

    @Test
    void aShellIsInterrupted() throws Exception {
        var pid = folder.resolve("pid");
        var done = CompletableFuture.supplyAsync(() -> magics.run(1, "%%sh\necho $$ > " + pid + "\nsleep 600"));
        while (!done.isDone() && (!Files.exists(pid) || Files.readString(pid).isBlank())) {
            Thread.sleep(10);
        }
        engines.interrupt();
        assertEquals("Interrupted", ((Outcome.Failure) done.get(30, TimeUnit.SECONDS)).name());
        var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void theEnvironmentIsShown() {
        run("%env");
        assertTrue(table().contains("PATH"));
        assertEquals(System.getenv("PATH") + "\n", run("%env PATH"));
        assertTrue(
                message("%env NO_SUCH").startsWith("%env: expected a variable that is set, found none named NO_SUCH"));
    }

    @Test
    void aFileOrANotebookIsLoaded() throws IOException {
        Files.writeString(folder.resolve("helper.java"), "int twice(int n) { return 2 * n; }");
        run("%load " + folder.resolve("helper") + "\ntwice(4)");
        assertEquals(new Outcome.Value(8), outcome);
        var lines = new JsonArray();
        lines.add("int loaded = \n");
        lines.add("5;");
        var code = new JsonObject();
        code.addProperty("cell_type", "code");
        code.add("source", lines);
        var text = new JsonObject();
        text.addProperty("cell_type", "markdown");
        text.addProperty("source", "not Java");
        var cells = new JsonArray();
        cells.add(text);
        cells.add(code);
        var notebook = new JsonObject();
        notebook.add("cells", cells);
        var file = Files.writeString(folder.resolve("some notebook.ipynb"), notebook.toString());
        run("%load \"" + file + "\"\nloaded");
        assertEquals(new Outcome.Value(5), outcome);
        run("%load " + folder.resolve("helper.java").toUri());
        assertEquals(new Outcome.Nothing(), outcome);
        Files.writeString(folder.resolve("wrong.java"), "int x = missing;");
        run("%load " + folder.resolve("wrong.java"));
        assertEquals(
                "in " + folder.resolve("wrong.java") + ":",
                assertInstanceOf(Outcome.Failure.class, outcome).traceback().getFirst());
        assertEquals(
                "%load: expected a file, found none at " + folder.resolve("none")
                        + ", also not with .jsh, .jshell, .java or .jjava after it",
                message("%load " + folder.resolve("none")));
    }

    @Test
    void jarsMayBeNamedByPatterns() throws IOException {
        var lib = Files.createDirectories(folder.resolve("lib/more"));
        for (var name : List.of("a.jar", "b.jar", "c.txt", "more/d.jar")) {
            new JarOutputStream(Files.newOutputStream(folder.resolve("lib").resolve(name)), new Manifest()).close();
        }
        assertEquals(List.of("a.jar", "b.jar"), added(folder + "/lib/*.jar"));
        assertEquals(List.of("a.jar", "b.jar", "d.jar"), added(folder + "/lib/{**/,}*.jar"));
        assertEquals(List.of("d.jar"), added(lib.toString()));
        assertEquals(
                "%jars: expected a jar or a folder, found nothing at " + folder + "/*.jar",
                message("%jars " + folder + "/*.jar"));
        assertEquals("%jars: expected a path, found none", message("%jars"));
        var broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertTrue(message("%jars " + broken).startsWith("expected a jar or a folder of classes, found " + broken));
        run("%classpath " + folder.resolve("lib"));
        assertTrue(run("%classpath").contains(folder.resolve("lib/a.jar") + "\n"));
    }

    private List<String> added(String pattern) throws IOException {
        return new Jars(() -> engines)
                .run(List.of(pattern)).stream()
                        .map(path -> Path.of(path).getFileName().toString())
                        .toList();
    }

    @Test
    void aCellThatIsOnlyLookedAtHasBlanksForCommands() {
        assertEquals("       \nint a", magics.java("%jars x\nint a"));
        assertEquals("      \nint a", magics.java("%%time\nint a"));
        assertEquals("      \n     ", magics.java("%%html\n<b>a!"));
    }

    @Test
    void anUnknownCellCommandNamesTheNearest() {
        assertEquals(
                "%%htm: expected a command that exists, found none of this name; did you mean %%html? %help lists them",
                message("%%htm\nx"));
    }
}
