package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Outcome;
import org.junit.jupiter.api.Test;

/// Whatever stands in a cell with `%`, it is run or refused as a command that makes no sense.
class MagicFuzzTest {

    private static final int INPUTS = Integer.getInteger("lectern.fuzz.magics", 20_000);
    private static final long SEED = Long.getLong("lectern.fuzz.seed", 1);

    private static final List<String> SEEDS = List.of(
            "%time 1 + 1",
            "%%time\nint a = 1;\na",
            "int rest = 7 % 3;\n%time rest",
            "  %engine compiler\nSystem.out.printf(\"%d %s%n\", 1, 2);",
            "%nosuch a 'b c' \"d \\\" e\"\n1",
            "%%nosuch --x=1 y\nbody\n%time\n",
            "String s = \"\"\"\n    %time inside\n    \"\"\";\ns",
            "/* \n%time\n*/ 1");
    private static final List<String> PIECES = List.of(
            "%",
            "%%", "\n", "\r\n", " ", "\t", "\"", "'", "\\", "time", "engine", "\u0000", "😀", "{", "$", "(", "#", "-");

    @Test
    void nothingButCleanErrors() {
        var out = System.out;
        // The time that each cell took.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            fuzz();
        } finally {
            System.setOut(out);
        }
    }

    private static void fuzz() {
        var seen = new ArrayList<String>();
        var engines = new EngineSwitch(
                Map.of("compiler", () -> new NotingEvaluator(seen, "", new Outcome.Nothing())), "compiler");
        var magics = new Magics(() -> engines, _ -> {}, String::valueOf);
        int run = 0;
        for (int i = 0; i < INPUTS; i++) {
            seen.clear();
            var random = new SplittableRandom(SEED + i);
            var text = changed(SEEDS.get(random.nextInt(SEEDS.size())), random);
            try {
                switch (magics.run(1, text)) {
                    case Outcome.Failure failure ->
                        assertFalse(failure.message().isBlank());
                    case Outcome outcome -> {
                        assertInstanceOf(Outcome.Nothing.class, outcome);
                        run++;
                    }
                }
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + (SEED + i) + ": " + text, e);
            }
        }
        assertTrue(run > INPUTS / 100, run + " of " + INPUTS + " were run");
    }

    private static String changed(String seed, SplittableRandom random) {
        var text = new StringBuilder(seed);
        int changes = random.nextInt(5);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                case 1 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
