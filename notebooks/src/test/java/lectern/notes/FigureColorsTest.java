package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.figure.Exhibit;
import lectern.figure.Figures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// On a dark page the style gives a figure that was drawn for a light one the colours of the dark one.
class FigureColorsTest {

    private static final Pattern RULE = Pattern.compile("& \\[((?:fill|stroke)=\"#\\w+\")] \\{ (\\w+): (#\\w+); }");
    private static final Pattern PAINT = Pattern.compile("(?:fill|stroke)=\"#\\w+\"");

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void aLightFigureBecomesTheDarkOne(String name, Supplier<Exhibit<?>> figure) {
        Map<String, String> rules = new TreeMap<>();
        RULE.matcher(Resource.text("notes.css"))
                .results()
                .forEach(rule -> rules.put(rule.group(1), rule.group(2) + "=\"" + rule.group(3) + "\""));
        String repainted = PAINT.matcher(figure.get().svg())
                .replaceAll(paint -> rules.getOrDefault(paint.group(), "no rule for " + paint.group()));
        assertEquals(figure.get().dark().svg(), repainted);
    }

    static Stream<Arguments> figures() {
        double[] xs = {1, 2, 3};
        double[] ys = {2, 1, 4};
        double[] spread = {0.5, 0.25, 0.5};
        return Stream.of(
                figure(
                        "lines, a band, notes",
                        () -> Figures.chart()
                                .title("T")
                                .x("x")
                                .line("a", xs, ys)
                                .line("b", ys, xs)
                                .dashed()
                                .band("c", xs, ys, spread)
                                .vertical(2, "here")
                                .highlight(2, 1, "low")
                                .note(1, 2, "start")),
                figure("eight lines", () -> {
                    var chart = Figures.chart();
                    for (int i = 0; i < 8; i++) {
                        chart.line("line " + i, new double[] {i, i + 1});
                    }
                    return chart;
                }),
                figure("points", () -> Figures.scatter().points("p", xs, ys)),
                figure("histogram", () -> Figures.histogram(ys)),
                figure("bars", () -> Figures.bars("a", "b").title("T").add("x", 1, 2)),
                figure("quiver", () -> Figures.quiver((x, y) -> y, (x, y) -> -x, -1, 1, -1, 1)),
                figure(
                        "panels",
                        () -> Figures.panels(
                                Figures.chart().line("a", ys), Figures.chart().line("b", xs))),
                figure(
                        "diagram",
                        () -> Figures.diagram().node("x").operation("f", "tanh").edge("x", "f", "w")));
    }

    private static Arguments figure(String name, Supplier<Exhibit<?>> figure) {
        return Arguments.of(name, figure);
    }
}
