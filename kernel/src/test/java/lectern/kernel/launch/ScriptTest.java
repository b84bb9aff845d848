package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files run as `./lectern run` and `./lectern shell` run them.
class ScriptTest {

    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {}

    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Installer.FLAGS);
        command.addAll(TestClient.exports());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt").toFile();
        var err = folder.resolve("err.txt").toFile();
        var process = new ProcessBuilder(command(arguments))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(err)
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aScriptSeesItsArgumentsAndTheLibraryAndShowsItsValue() throws Exception {
        var file = file("a script für all.jsh", """
                #!/usr/bin/env -S lectern run
                System.out.println(args.length + args[1]);
                display(Tensor.zeros(1, 2));
                String twice(String s) { return s + s; }
                twice("ab")
                """);
        var ended = run("run", file, "x", "ü\"\\");
        assertEquals("", ended.err());
        assertTrue(ended.out().startsWith("2ü\"\\\n"), ended.out());
        assertTrue(ended.out().contains("(1, 2)"), ended.out());
        assertTrue(ended.out().endsWith("abab\n"), ended.out());
        assertEquals(0, ended.status());
    }

    @Test
    void whatFollowsASliderIsSaidOfItsStart() throws Exception {
        var file = file("slider.jsh", """
                interact(slider("k", 1, 20).start(3), k -> { System.out.println("computing"); return "k is " + k; });
                checkbox("bias", true)
                """);
        assertEquals(new Ended(0, "computing\nk: 3 (1 ... 20)\nk is 3\nbias: yes (yes, no)\n", ""), run("run", file));
    }

    @Test
    void anErrorNamesTheFileAndTheLine() throws Exception {
        var file = file("fails.jsh", "int zero = 0;\nvoid go() {\n    int x = 1 / zero;\n}\ngo();\n");
        var ended = run("run", file);
        assertEquals(1, ended.status());
        assertTrue(ended.err().startsWith("ArithmeticException: / by zero\n"), ended.err());
        assertTrue(ended.err().contains("at " + file + ":3 in go()"), ended.err());
        assertTrue(ended.err().contains("at " + file + ":5"), ended.err());

        var refused = file("refused.jsh", "int x = 1;\nString s = x;\n");
        ended = run("run", refused);
        assertEquals(1, ended.status());
        assertTrue(ended.err().startsWith(refused + ":2:"), ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void theMainMethodOfAProgramIsCalled() throws Exception {
        var program = file("Program.java", """
                package some.place;
                import java.util.*;
                public class Program {
                    public static void main(String[] args) { System.out.println("hello " + args[0]); }
                }
                """);
        assertEquals(new Ended(0, "hello you\n", ""), run("run", program, "you"));
        var compact = file("Compact.java", "void main() { IO.println(\"compact\"); }\n");
        assertEquals(new Ended(0, "compact\n", ""), run("run", compact));
    }

    @Test
    void theCellsOfANotebookRunUpToTheFirstFailure() throws Exception {
        var notebook = file("n.ipynb", """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                 {"cell_type": "markdown", "metadata": {}, "source": "# Title"},
                 {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["int a = 20;\\n", "a + 1"]},
                 {"cell_type": "code", "metadata": {"tags": ["raises-exception"]}, "source": "throw new Error(\\"meant\\");"},
                 {"cell_type": "code", "metadata": {}, "source": "a + 2"},
                 {"cell_type": "code", "metadata": {}, "source": "int b = a;\\nnowhere"},
                 {"cell_type": "code", "metadata": {}, "source": "a + 3"}]}
                """);
        var ended = run("run", notebook);
        assertEquals("21\n22\n", ended.out());
        assertTrue(ended.err().contains("Error: meant"), ended.err());
        assertTrue(ended.err().contains(notebook + " cell 4:2:1: "), ended.err());
        assertEquals(1, ended.status());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
    void controlCInterruptsAndTheScriptCleansUp() throws Exception {
        var file = file(
                "loops.jsh",
                "System.out.println(\"on\");\ntry { while (true) { } } finally { System.out.println(\"cleaned\"); }\n");
        var process = new ProcessBuilder(command("run", file)).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("on", lines.readLine());
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertEquals("cleaned", lines.readLine());
            assertTrue(process.waitFor(120, TimeUnit.SECONDS));
            assertEquals(130, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatIsNoScriptIsRefused() throws Exception {
        var missing = folder.resolve("none.jsh");
        assertEquals(
                "run: expected a file, found no " + missing,
                assertThrows(IOException.class, () -> Script.read(missing)).getMessage());
        var picture = Path.of(file("picture.png", "PNG"));
        assertEquals(
                "run: expected a file ending in .jsh, .java or .ipynb, found " + picture,
                assertThrows(IOException.class, () -> Script.read(picture)).getMessage());
        for (var text : List.of("", "[]", "{}", "{\"cells\": 3}", "{\"cells\": [{}]}", "{")) {
            var broken = Path.of(file("broken.ipynb", text));
            assertEquals(
                    "run: expected a notebook of format 4, found other content in " + broken,
                    assertThrows(IOException.class, () -> Script.read(broken)).getMessage());
        }
    }

    @Test
    void theShellHasWhatACellFinds() throws Exception {
        var file = file(
                "lines.jsh",
                "display(Tensor.zeros(1, 3));\nSystem.out.println(List.of(backend().isEmpty()));\n/exit\n");
        var ended = run("shell", "-s", file);
        assertTrue(ended.out().contains("(1, 3)"), ended.toString());
        assertTrue(ended.out().contains("[false]"), ended.toString());
        assertEquals(0, ended.status(), ended.toString());
    }
}
