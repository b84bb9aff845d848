package lectern.kernel.preload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lectern.figure.Figures;
import lectern.figure.Screen;
import lectern.figure.TrainingCurves;
import lectern.kernel.display.Notebook;
import lectern.nn.train.Plan;
import lectern.nn.train.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final Screen before = Screen.current();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @AfterEach
    void end() {
        Screen.use(before);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aFileIsGivenTheLastStateOnly() {
        var terminal = Terminal.use(out, TerminalKind.NONE);
        var id = Notebook.display("first");
        Notebook.updateDisplay(id, "second");
        Notebook.updateDisplay(id, "third");
        assertEquals("first\n", written());
        terminal.finish();
        assertEquals("first\nthird\n", written());
    }

    @Test
    void aLineOfAScreenIsWrittenAgain() {
        var terminal = Terminal.use(out, TerminalKind.PLAIN);
        var id = Notebook.display("three of ten");
        Notebook.updateDisplay(id, "four");
        terminal.finish();
        Notebook.updateDisplay(id, "five of ten");
        Notebook.updateDisplay(id, "six");
        terminal.finish();
        assertEquals("three of ten\n\rfour\n\rfive of ten\rsix        \n", written());
    }

    @Test
    void thePaceOfATrainingMakesRoomForItsFigure() {
        var terminal = Terminal.use(out, TerminalKind.PLAIN);
        var curves = new TrainingCurves();
        terminal.showSoon(curves);
        curves.begin(new Plan(2, 1)).step(new Step(1, 1, 0.5));
        terminal.finish();
        assertTrue(written().matches("(?s)\\repoch 2 of 2, .* left\\r +\\r\\[.*loss.*"), this::written);
    }

    @Test
    void figuresAreMadeOfWhatTheScreenHas() {
        var chart = Figures.chart().line("a", new double[] {1, 4, 2});
        assertTrue(Terminal.use(out, TerminalKind.PLAIN).text(chart).chars().allMatch(character -> character < 128));
        assertTrue(Terminal.use(out, TerminalKind.DOTTED)
                .text(chart)
                .chars()
                .anyMatch(character -> character >= 0x2800 && character <= 0x28ff));
    }

    @Test
    void aScreenIsKnownByItsSurroundings() {
        var utf8 = StandardCharsets.UTF_8;
        assertEquals(TerminalKind.DOTTED, TerminalKind.of(true, utf8, Map.of("TERM", "xterm-256color")));
        assertEquals(TerminalKind.PLAIN, TerminalKind.of(true, utf8, Map.of("TERM", "linux")));
        assertEquals(
                TerminalKind.PLAIN, TerminalKind.of(true, StandardCharsets.US_ASCII, Map.of("TERM", "xterm-256color")));
        assertEquals(TerminalKind.NONE, TerminalKind.of(true, utf8, Map.of("TERM", "dumb")));
        assertEquals(TerminalKind.NONE, TerminalKind.of(false, utf8, Map.of("TERM", "xterm-256color")));
    }
}
