package lectern.figure;

import static lectern.figure.Figures.chart;
import static lectern.figure.Figures.imageGrid;
import static lectern.figure.Figures.panels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final Screen before = Screen.current();
    private final List<String> heard = new ArrayList<>();

    private final Screen listening = new Screen() {
        @Override
        public void show(Figure figure) {
            heard.add("show " + figure.title());
        }

        @Override
        public void changed(Figure figure) {
            heard.add("changed " + figure.title());
        }
    };

    @AfterEach
    void restore() {
        Screen.use(before);
    }

    @Test
    void hearsOfChangesOnlyAfterTheFigureWasShown() {
        Screen.use(listening);
        var chart = chart("a").title("t").add(1, 1);
        assertSame(chart, chart.show());
        chart.add(2, 2);
        assertEquals(List.of("show t", "changed t"), heard);
    }

    @Test
    void hearsOfChangesOfAGrid() {
        Screen.use(listening);
        imageGrid(1, 1).title("g").show().image(Tensor.of(1), "");
        assertEquals(List.of("show g", "changed g"), heard);
    }

    @Test
    void hearsThatAPartOfAShownFigureChanges() {
        Screen.use(listening);
        var chart = chart("a").title("t");
        panels(panels(chart).title("inner")).title("outer").show();
        chart.add(1, 1);
        assertEquals(List.of("show outer", "changed outer"), heard);
    }

    @Test
    void hearsNothingOfARefusedChange() {
        Screen.use(listening);
        var chart = chart("a").title("t").show();
        assertThrows(IllegalArgumentException.class, () -> chart.add(1, 1, 1));
        assertEquals(List.of("show t"), heard);
    }

    @Test
    void withoutAHostTheTextIsPrintedOnce() {
        var out = new ByteArrayOutputStream();
        var stdout = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Screen.use(new PrintedScreen());
            var chart = chart("a").add(1, 1);
            String text = chart.text();
            chart.show().add(2, 2);
            assertEquals(text + System.lineSeparator(), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
        }
    }
}
