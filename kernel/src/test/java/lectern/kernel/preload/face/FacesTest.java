package lectern.kernel.preload.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.data.Dataset;
import lectern.figure.Figures;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Formula;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.RocCurve;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import lectern.nn.text.Embeddings;
import lectern.nn.text.Vocabulary;
import lectern.nn.text.WordVectors;
import lectern.nn.train.Epoch;
import lectern.nn.train.History;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.QuickChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class FacesTest {

    private static final Set<String> TEXT = Set.of("text/plain");
    private static final Set<String> PICTURE = Set.of("text/plain", "image/svg+xml", "application/pdf");
    private static final Set<String> TABLE = Set.of("text/plain", "text/html", "text/markdown");

    private record Person(String name, int age) {}

    record Broken(String name) {
        @Override
        public String name() {
            throw new IllegalStateException("no name");
        }
    }

    private record Named(int number) {
        @Override
        public String toString() {
            return "number " + number;
        }
    }

    private final Bundles bundles = new Bundles();

    FacesTest() {
        Faces.register(bundles.renderer(), _ -> false);
    }

    private JsonObject data(Object value, String... types) {
        return Bundles.json(bundles.render(value, types)).getAsJsonObject("data");
    }

    private String text(Object value) {
        return data(value).get("text/plain").getAsString();
    }

    private String html(Object value) {
        return data(value).get("text/html").getAsString();
    }

    private static Tensor noise(int... sizes) {
        return Tensor.uniform(Shape.of(sizes), 1, SeededRandom.of(1));
    }

    static Stream<Arguments> kinds() {
        var words = Vocabulary.of(List.of("a", "b", "b", "c"), 1);
        return Stream.of(
                argumentSet("figure", Figures.chart("loss").add(1, 2), PICTURE),
                argumentSet(
                        "XChart",
                        QuickChart.getChart("t", "x", "y", "s", new double[] {1, 2}, new double[] {1, 2}),
                        PICTURE),
                argumentSet("scalar", Tensor.scalar(3), TEXT),
                argumentSet("vector", noise(1000), TEXT),
                argumentSet("small matrix", noise(12, 12), TEXT),
                argumentSet("matrix", noise(13, 12), PICTURE),
                argumentSet("points", noise(200, 2), TEXT),
                argumentSet("empty matrix", noise(0, 20), TEXT),
                argumentSet("grey images", noise(5, 8, 8), PICTURE),
                argumentSet("coloured images", noise(2, 3, 8, 8), PICTURE),
                argumentSet("feature maps", noise(2, 5, 8, 8), PICTURE),
                argumentSet("no images", noise(5, 3, 8), TEXT),
                argumentSet("five dimensions", noise(2, 2, 2, 2, 2), TEXT),
                argumentSet("variable", Var.of(noise(20, 20)), PICTURE),
                argumentSet("EJML float", new FMatrixRMaj(20, 20), PICTURE),
                argumentSet("EJML double", new DMatrixRMaj(2, 2), TEXT),
                argumentSet("double[][]", new double[20][20], PICTURE),
                argumentSet("ragged double[][]", new double[][] {{1}, {1, 2}}, TEXT),
                argumentSet("table", Table.create("t", DoubleColumn.create("x", 1, 2)), TABLE),
                argumentSet("records", List.of(new Person("Ada", 36)), TABLE),
                argumentSet("array of records", new Person[] {new Person("Ada", 36)}, TABLE),
                argumentSet("maps with equal keys", List.of(Map.of("a", 1), Map.of("a", 2)), TABLE),
                argumentSet("maps with other keys", List.of(Map.of("a", 1), Map.of("b", 2)), TEXT),
                argumentSet("map", Map.of("a", 1), TABLE),
                argumentSet("empty map", Map.of(), TEXT),
                argumentSet("record", new Person("Ada", 36), TABLE),
                argumentSet("record with a text of its own", new Named(3), TEXT),
                argumentSet("model", NN.sequential(NN.dense(2, 3, NN.random(1)), NN.relu()), TABLE),
                argumentSet("layer", NN.dense(2, 3, NN.random(1)), TEXT),
                argumentSet("summary", NN.summary(NN.sequential(NN.dense(2, 3, NN.random(1))), 1, 2), TABLE),
                argumentSet("confusion matrix", confusion(), PICTURE),
                argumentSet("ROC curve", roc(), PICTURE),
                argumentSet("word vectors", new WordVectors(words, new Embeddings(noise(words.size(), 5))), PICTURE),
                argumentSet("labelled images", Examples.labelled(noise(2, 8, 8), 3, 1), PICTURE),
                argumentSet(
                        "labelled rows of pixels",
                        Examples.labelled(noise(2, 64).map(Math::abs), 3, 1),
                        PICTURE),
                argumentSet("labelled points", Examples.labelled(noise(2, 2), 0, 1), PICTURE),
                argumentSet("other examples", Examples.labelled(noise(2, 5), 0, 1), TEXT),
                argumentSet("no examples", Examples.labelled(noise(0, 2)), TEXT),
                argumentSet("computation", Figures.graph(Var.of(noise(2)).sum()), PICTURE),
                argumentSet("formula", new Formula("x^2"), Set.of("text/plain", "text/latex")),
                argumentSet("text", "<b>", TEXT),
                argumentSet("list", List.of(1, 2), TEXT));
    }

    private static ConfusionMatrix confusion() {
        return ConfusionMatrix.of(2, new int[] {0, 1, 1}, new int[] {0, 1, 0});
    }

    private static RocCurve roc() {
        return RocCurve.of(new float[] {0.9f, 0.8f, 0.3f}, new int[] {1, 0, 0});
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindHasItsForms(Object value, Set<String> types) {
        var data = data(value);
        assertEquals(types, data.keySet());
        var text = data.get("text/plain").getAsString();
        assertFalse(text.isBlank());
        assertTrue(text.chars().allMatch(c -> c < 128), text);
        if (data.has("application/pdf")) {
            var pdf = Base64.getDecoder().decode(data.get("application/pdf").getAsString());
            assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
            assertTrue(data.get("image/svg+xml").getAsString().startsWith("<svg"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyWhatIsAskedForIsMade(Object value, Set<String> types) {
        assertEquals(TEXT, data(value, "text/plain").keySet());
    }

    @Test
    void aFigureIsPixelsIfThatIsAskedFor() {
        var data = data(Figures.chart("loss").add(1, 2), "image/png");
        assertTrue(data.has("image/png"));
        assertFalse(data.has("image/svg+xml"));
    }

    @Test
    void numbersNameTheirShapeAndAreAligned() {
        assertEquals("tensor () 3", text(Tensor.scalar(3)));
        assertEquals("double (2, 2)\n       1      10\n  0.5000      -1", text(new double[][] {{1, 10}, {0.5, -1}}));
        assertEquals("FMatrixRMaj (1, 2)\n    0    0", text(new FMatrixRMaj(1, 2)));
        assertEquals(
                "var of times (2)\n    3    6", text(Var.of(Tensor.of(1, 2)).times(Var.constant(Tensor.of(3, 3)))));
    }

    @Test
    void manyNumbersSayTheirRange() {
        float[] numbers = new float[1000];
        numbers[500] = 7;
        numbers[600] = -2;
        numbers[700] = Float.NaN;
        assertTrue(text(Tensor.of(numbers)).endsWith("min -2.000, max 7.000, mean 0.005005, 1 not a number"));
    }

    @Test
    void ofManyNumbersInManyDimensionsTheTextSaysTheRange() {
        assertEquals("tensor (4, 5, 6)\nmin 2.000, max 2.000, mean 2.000", text(Tensor.filled(Shape.of(4, 5, 6), 2)));
        assertTrue(text(noise(2, 2, 2)).contains("[1, ...]"));
    }

    @Test
    void aLargeMatrixIsShownInPart() {
        var text = text(new float[3000][50]);
        assertTrue(text.startsWith("float (3000, 50), first 1,000 of 3,000 rows: (1000, 50)"), text);
        var svg = data(noise(300, 784)).get("image/svg+xml").getAsString();
        assertTrue(svg.contains("first 100 of 300 rows, first 100 of 784 columns"), svg.substring(0, 300));
        assertTrue(svg.length() < 60_000, svg.length() + " characters");
    }

    @Test
    void manyImagesAreShownInPart() {
        var data = data(noise(6000, 28, 28).map(Math::abs));
        assertTrue(data.get("image/svg+xml").getAsString().contains("first 32 of 6,000 images"));
        assertTrue(data(noise(10, 5, 8, 8)).get("image/svg+xml").getAsString().contains("first 32 of 50 channels"));
    }

    @Test
    void examplesShowTheirLabels() {
        var examples = Examples.labelled(noise(2, 8, 8), 3, 1);
        assertEquals("2 examples: inputs (2, 8, 8), targets (2)", text(examples));
        var data = new Dataset(
                "Shapes",
                "drawn here",
                List.of("ring", "disc"),
                Examples.labelled(noise(2, 8, 8), 1, 0),
                examples.first(0));
        var picture = data(data).get("image/svg+xml").getAsString();
        assertTrue(picture.contains("disc</text>"));
        assertTrue(picture.contains(">Shapes (2, 8, 8): 2 images<"), picture);
        assertEquals("Shapes: 2 training and 0 test examples in 2 classes,\ndrawn here", text(data));
    }

    @Test
    void aNumberInACellIsNotLongerThanItSays() {
        assertTrue(html(Map.of("a", 1.6400000000000001)).contains(">1.64<"));
        assertTrue(html(Map.of("a", 1e300)).contains(">1.0E300<"));
    }

    @Test
    void recordsAreRows() {
        var people = List.of(new Person("Ada", 36), new Person("<Bob>", 7));
        assertEquals("""
                name    age
                String  int
                Ada      36
                <Bob>     7
                2 rows""", text(people));
        assertTrue(html(people).contains("<td style=\"text-align:left\">&lt;Bob&gt;</td>"));
        assertEquals("Person[name=Ada, age=36]", text(people.getFirst()));
        assertTrue(html(people.getFirst()).contains("age</td><td style=\"text-align:left\">int"));
    }

    @Test
    void manyRowsAndColumnsAreShownInPart() {
        var many =
                IntStream.range(0, 60_000).mapToObj(i -> new Person("p" + i, i)).toList();
        assertTrue(text(many).endsWith("first 20 of 60,000 rows"));
        assertFalse(html(many).contains("p20"));
        var wide = new LinkedHashMap<String, Integer>();
        IntStream.range(0, 100).forEach(i -> wide.put("k" + i, i));
        assertTrue(text(List.of(wide)).endsWith("1 row, first 30 of 100 columns"));
        assertTrue(html(wide).contains("first 20 of 100 pairs"));
    }

    @Test
    void aFailingAccessorSpoilsOnlyItsCell() {
        var rows = List.of(new Broken("x"));
        assertTrue(html(rows).contains("(failed: java.lang.IllegalStateException: no name)"), html(rows));
        assertTrue(html(new Broken("x")).contains("no name"));
    }

    @Test
    void aFailingValueIsReadable() {
        var map = Map.of("a", new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        });
        assertTrue(
                text(map).contains("its toString() failed with java.lang.IllegalStateException: no text"), text(map));
    }

    @Test
    void aModelIsATableOfItsLayers() {
        var model = NN.sequential(NN.dense(2, 3, NN.random(1)), NN.relu(), NN.sequential(NN.dense(3, 1, NN.random(1))));
        var text = text(model);
        assertTrue(text(NN.sequential(NN.maxPool2d(2))).contains("max pool 2x2"));
        assertTrue(text.contains("layers.2.layers.0"), text);
        assertTrue(text.endsWith("3 layers, 13 parameters; summary(model, 1, ...) also shows shapes"), text);
        var summary = text(NN.summary(model, 5, 2));
        assertTrue(summary.contains("(5, 3)"), summary);
        assertTrue(summary.endsWith("3 layers, 13 parameters"), summary);
    }

    @Test
    void aConfusionMatrixSaysItsAccuracy() {
        assertEquals(
                "true \\ predicted 0 1\n               0 1 0\n               1 1 1\naccuracy 0.6667",
                text(confusion()));
    }

    @Test
    void aFormulaIsInTheMarksThatAPageLooksFor() {
        assertEquals("$$x^2$$", data(new Formula("x^2")).get("text/latex").getAsString());
        assertEquals("$x$", data(new Formula("$x$")).get("text/latex").getAsString());
        assertEquals("x^2", text(new Formula("x^2")));
    }

    @Test
    void aRendererOfTheNotebookComesFirst() {
        bundles.renderer()
                .createRegistration(Person.class)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((person, context) -> context.getOutputContainer().putText("own"));
        assertEquals("own", text(new Person("Ada", 36)));
    }

    @Test
    void anXChartIsLinesAndShapes() {
        var chart = QuickChart.getChart("t", "x", "y", "s", new double[] {1, 2}, new double[] {1, 2});
        assertTrue(data(chart).get("image/svg+xml").getAsString().contains("<path"));
        assertEquals("XYChart t, 600 x 400 pixels", text(chart));
    }

    @Test
    void longArraysAreCut() {
        double[] numbers = new double[1000];
        Arrays.setAll(numbers, i -> i / 4.0);
        assertTrue(text(numbers).endsWith("12.25, ...} min 0.0, max 249.75"), text(numbers));
    }

    @Test
    void aTrainingIsDrawnUnlessItsCurvesAreThereAlready() {
        var history = new History(
                List.of(new Epoch(1, 10, 0.5, OptionalDouble.empty(), 0.1, Map.of("accuracy", 0.75))),
                List.of(),
                Map.of());
        assertEquals(PICTURE, data(history).keySet());
        assertTrue(text(history).contains("0.7500"), () -> text(history));
        var drawn = new Bundles();
        Faces.register(drawn.renderer(), _ -> true);
        assertEquals(
                TEXT,
                Bundles.json(drawn.render(history)).getAsJsonObject("data").keySet());
    }
}
