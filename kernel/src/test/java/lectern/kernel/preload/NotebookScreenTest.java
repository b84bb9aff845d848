package lectern.kernel.preload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import lectern.figure.Figure;
import lectern.figure.TextStyle;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Output;
import lectern.kernel.preload.face.Faces;
import org.junit.jupiter.api.Test;

class NotebookScreenTest {

    private record Due(long time, Runnable task) {}

    private static final class Counter implements Figure {

        private int number;
        private long takes;
        private long spent;

        @Override
        public String title() {
            return "counter";
        }

        @Override
        public String svg() {
            return "<svg/>";
        }

        @Override
        public byte[] png() {
            return new byte[0];
        }

        @Override
        public byte[] pdf() {
            return new byte[0];
        }

        @Override
        public String text(TextStyle style) {
            spent += takes;
            return String.valueOf(number);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    private long now;
    private final PriorityQueue<Due> due = new PriorityQueue<>((a, b) -> Long.compare(a.time, b.time));
    private final List<String> published = new ArrayList<>();
    private final Counter figure = new Counter();
    private final NotebookScreen screen = new NotebookScreen(
            new Output(
                    new Bundles(),
                    (type, content) -> published.add(type + " "
                            + content.getAsJsonObject("data").get("text/plain").getAsString())),
            (task, milliseconds) -> due.add(new Due(now + milliseconds, task)),
            () -> 1_000_000 * (now + figure.spent));

    private void passMilliseconds(int count) {
        for (int i = 0; i < count; i++) {
            now++;
            while (!due.isEmpty() && due.peek().time <= now) {
                due.remove().task.run();
            }
        }
    }

    @Test
    void aFigureThatChangesAllTheTimeIsDrawnFourTimesASecond() {
        screen.show(figure);
        for (int i = 0; i < 1000; i++) {
            figure.number++;
            screen.changed(figure);
            passMilliseconds(1);
        }
        assertEquals(
                List.of(
                        "display_data 0",
                        "update_display_data 250",
                        "update_display_data 500",
                        "update_display_data 750",
                        "update_display_data 1000"),
                published);
    }

    @Test
    void aFigureThatOnlyBeginsIsShownWhenThereIsSomethingOfIt() {
        screen.showSoon(figure);
        assertEquals(List.of(), published);
        figure.number = 3;
        passMilliseconds(250);
        figure.number = 4;
        screen.changed(figure);
        screen.finish();
        assertEquals(List.of("display_data 3", "update_display_data 4"), published);
    }

    @Test
    void aFigureThatOnlyBeganIsShownAtTheEndOfTheCell() {
        screen.showSoon(figure);
        screen.finish();
        screen.finish();
        assertEquals(List.of("display_data 0"), published);
    }

    @Test
    void drawingThatTakesLongIsDoneMoreSeldom() {
        screen.show(figure);
        figure.takes = 12;
        screen.changed(figure);
        passMilliseconds(250);
        screen.changed(figure);
        assertEquals(600, due.element().time - now);
    }

    @Test
    void theLastStateIsDrawnAtTheEndOfTheCell() {
        screen.show(figure);
        figure.number = 7;
        screen.changed(figure);
        screen.finish();
        assertEquals(List.of("display_data 0", "update_display_data 7"), published);
        passMilliseconds(1000);
        assertEquals(2, published.size(), "what was drawn already is not drawn again");
    }

    @Test
    void shortCellsDoNotDrawMoreOften() {
        screen.show(figure);
        screen.changed(figure);
        screen.finish();
        passMilliseconds(100);
        screen.changed(figure);
        assertEquals(1, due.size());
    }

    @Test
    void aFigureThatIsNotShownIsNotDrawn() {
        screen.changed(figure);
        assertTrue(due.isEmpty());
        screen.finish();
        assertEquals(List.of(), published);
    }

    @Test
    void onlyTheLastStateHasAPdf() {
        var bundles = new Bundles();
        Faces.register(bundles.renderer(), _ -> false);
        var withPdf = new ArrayList<Boolean>();
        var full = new NotebookScreen(
                new Output(
                        bundles,
                        (_, content) ->
                                withPdf.add(content.getAsJsonObject("data").has("application/pdf"))),
                (task, milliseconds) -> due.add(new Due(now + milliseconds, task)),
                () -> 0);
        full.show(figure);
        full.changed(figure);
        passMilliseconds(300);
        assertEquals(List.of(true, false), withPdf);
        full.finish();
        full.finish();
        assertEquals(List.of(true, false, true), withPdf);
    }
}
