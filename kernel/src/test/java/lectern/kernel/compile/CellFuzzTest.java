package lectern.kernel.compile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever is typed into a cell is read, or refused with a message at a place in the cell.
class CellFuzzTest {

    private static final int INPUTS = Integer.getInteger("lectern.fuzz.cells", 4_000);
    private static final long SEED = Long.getLong("lectern.fuzz.seed", 1);

    /// A session of cells by hand; what begins with `#` or `--` there is no Java, which is welcome.
    private static final Path CELLS = Path.of("src/test/resources/lectern/kernel/eval/oracle");

    /// Where a compiler is made anew, so that the one that reads is no older than in a long session.
    private static final int SESSION = 50_000;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "<",
            ">",
            ">>>",
            ";",
            "\"",
            "\"\"\"",
            "'",
            "\\",
            "\\u",
            "\\u000a",
            "/*",
            "*/",
            "//",
            "@",
            "->",
            "::",
            "=",
            "==",
            "...",
            "0x",
            "1e",
            "09",
            "1_",
            "\u0000",
            "\ud83d",
            "😀",
            "é",
            "\t",
            "\n",
            "\r",
            "\f",
            "var ",
            "class ",
            "record ",
            "sealed ",
            "permits ",
            "enum ",
            "interface ",
            "@interface ",
            "import ",
            "import static ",
            "package ",
            "module ",
            "switch ",
            "case ",
            "default ",
            "yield ",
            "when ",
            "if ",
            "else ",
            "for ",
            "while ",
            "do ",
            "try ",
            "catch ",
            "finally ",
            "throw ",
            "return ",
            "new ",
            "this",
            "super",
            "int ",
            "int[] ",
            "void ",
            "static ",
            "final ",
            "_ ",
            "assert ",
            "synchronized ",
            "goto ",
            "const ",
            "null",
            "instanceof ",
            "? extends ",
            "#",
            "`",
            "%");

    @Test
    void nothingButCleanErrors() throws IOException {
        var seeds = seeds();
        var compiler = new CellCompiler(List.of());
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            if (i % SESSION == SESSION - 1) {
                compiler = new CellCompiler(List.of());
            }
            var random = new SplittableRandom(SEED + i);
            var text = changed(seeds.get(random.nextInt(seeds.size())), random);
            try {
                var problems = compiler.read(new CellSource(1, text));
                for (var problem : problems) {
                    assertTrue(
                            problem.position() <= text.length()
                                    && !problem.message().isBlank(),
                            problem.toString());
                }
                read += problems.isEmpty() ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + (SEED + i) + ": " + text, e);
            }
        }
        assertTrue(read > INPUTS / 100, read + " of " + INPUTS + " were read");
        assertTrue(read < INPUTS, "none was refused");
    }

    private static List<String> seeds() throws IOException {
        try (Stream<Path> files = Files.list(CELLS)) {
            var texts = files.filter(file -> file.toString().endsWith(".cells"))
                    .sorted()
                    .map(CellFuzzTest::text)
                    .toList();
            return texts.stream()
                    .flatMap(text -> Stream.of(text.split("\n\\s*\n", -1)))
                    .filter(text -> !text.isBlank() && text.length() < 2_000)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String changed(String seed, SplittableRandom random) {
        var text = new StringBuilder(seed);
        int changes = random.nextInt(6);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(30));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.setLength(at);
                case 3 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
