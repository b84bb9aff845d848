package lectern.figure;

import static lectern.figure.Figures.bars;
import static lectern.figure.Figures.chart;
import static lectern.figure.Figures.contour;
import static lectern.figure.Figures.diagram;
import static lectern.figure.Figures.heatMap;
import static lectern.figure.Figures.histogram;
import static lectern.figure.Figures.imageGrid;
import static lectern.figure.Figures.panels;
import static lectern.figure.Figures.quiver;
import static lectern.figure.Figures.regions;
import static lectern.figure.Figures.scatter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// One figure of every kind, for tests of what holds for all, and to be looked at.
final class Gallery {

    private Gallery() {}

    static Map<String, Exhibit<?>> figures() {
        var all = new LinkedHashMap<String, Exhibit<?>>();
        all.put("lines", lines());
        all.put("band", band());
        all.put("logarithmic", logarithmic());
        all.put("many lines", manyLines());
        all.put("long", longLine());
        all.put("histogram", weights());
        all.put("scatter", clouds());
        all.put(
                "bars",
                bars("reference", "vector")
                        .title("One step of training")
                        .y("ms")
                        .add("matmul", 210, 12)
                        .add("tanh", 50, 4)
                        .add("softmax", 12, 3));
        all.put("heat map", attention());
        all.put("correlation", correlation());
        all.put("confusion", confusion());
        all.put("large heat map", large());
        all.put("contour", valley());
        all.put(
                "contour lines",
                contour((x, y) -> Math.sin(x) * Math.cos(y), -4, 4, -3, 3)
                        .title("sin x · cos y")
                        .linesOnly()
                        .x("x")
                        .y("y"));
        all.put(
                "saddle",
                contour((x, y) -> x * x - y * y, -2, 2, -1.5, 1.5)
                        .title("A saddle")
                        .diverging()
                        .key("f(x, y)")
                        .x("x")
                        .y("y"));
        all.put("regions", classes());
        all.put(
                "quiver",
                quiver((x, y) -> -y, (x, y) -> x - 0.4 * y, -2, 2, -1.5, 1.5)
                        .title("A spiral")
                        .x("h₁")
                        .y("h₂"));
        all.put("path", deepFool());
        all.put("grid", digits());
        all.put("signed grid", filters());
        all.put("colour grid", colors());
        all.put("panels", threeScales());
        all.put(
                "mixed panels",
                panels(lines(), confusion(), weights(), classes()).columns(2).title("All at once"));
        all.put("graph", graph());
        all.put("unrolled", unrolled());
        all.put("unrolled layer", Figures.unrolled(NN.lstm(1, 4, NN.random(7)), 3));
        all.put("computation", Figures.graph(computation()));
        all.put("attention", Figures.attention(weights(4, 3), "the", "cat", "sat"));
        all.put("painting", Figures.painting(80, 60, g -> g.drawOval(10, 10, 40, 40)));
        return all;
    }

    private static Var computation() {
        var model = NN.sequential(NN.dense(2, 3, NN.random(1)), NN.tanh(), NN.dense(3, 2, NN.random(1)));
        return NN.crossEntropy().apply(model.apply(Var.constant(Tensor.zeros(4, 2))), Tensor.of(0, 1, 1, 0));
    }

    private static Tensor weights(int heads, int words) {
        return Var.constant(Tensor.uniform(Shape.of(heads, words, words), 3, SeededRandom.of(1)))
                .softmax()
                .value();
    }

    private static double[] counted(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    static LineChart lines() {
        var chart = chart("training loss", "validation loss")
                .title("Loss over the epochs")
                .x("epoch")
                .y("loss, nats");
        for (int epoch = 1; epoch <= 20; epoch++) {
            chart.add(epoch, 2.3 * Math.exp(-epoch / 5.0) + 0.1, 2.2 * Math.exp(-epoch / 5.0) + 0.2 + 0.008 * epoch);
        }
        return chart.vertical(11, "best epoch").horizontal(0.1, "floor").highlight(11, 0.53, "stop here");
    }

    private static LineChart band() {
        var random = new Random(1);
        double[][] runs = new double[8][60];
        double[][] others = new double[8][60];
        for (int r = 0; r < 8; r++) {
            for (int i = 0; i < 60; i++) {
                runs[r][i] = 1 - Math.exp(-i / 12.0) + 0.05 * random.nextGaussian();
                others[r][i] = 0.9 - 0.9 * Math.exp(-i / 20.0) + 0.08 * random.nextGaussian();
            }
        }
        return chart().title("Mean ± deviation of 8 runs")
                .x("step")
                .y("accuracy")
                .band("Adam", counted(60), runs)
                .band("SGD", counted(60), others)
                .line("chance", new double[] {1, 60}, new double[] {0.1, 0.1})
                .dashed()
                .thin();
    }

    private static LineChart logarithmic() {
        double[] n = new double[25];
        double[] error = new double[25];
        double[] bound = new double[25];
        for (int i = 0; i < 25; i++) {
            n[i] = Math.pow(10, i / 4.0);
            error[i] = 0.8 * Math.pow(n[i], -0.5) * (1 + 0.2 * Math.sin(3 * i));
            bound[i] = 3 / Math.sqrt(n[i]);
        }
        error[24] = 0;
        return chart().title("Error against the number of examples")
                .x("examples N")
                .y("error")
                .logX()
                .logY()
                .line("measured", n, error)
                .line("bound 3/√N", n, bound)
                .dashed()
                .vertical(2000, "N = 2D")
                .note(100, 0.08, "slope −½");
    }

    private static LineChart manyLines() {
        var chart = chart().title("‖∂L/∂h‖ for nine scales of the recurrent weights")
                .x("time step t")
                .y("‖∂L/∂h‖")
                .logY();
        for (int k = 0; k < 9; k++) {
            double scale = 0.4 + 0.2 * k;
            chart.line(
                    "scale %.1f".formatted(scale),
                    IntStream.range(0, 50)
                            .mapToDouble(t -> Math.pow(scale, 50 - t))
                            .toArray());
        }
        return chart;
    }

    private static LineChart longLine() {
        var random = new Random(3);
        double[] walk = new double[50_000];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + random.nextGaussian();
        }
        return chart().title("50,000 steps").x("step").line("a walk", walk);
    }

    static LineChart weights() {
        return histogram(new Random(5)
                        .doubles(4000)
                        .map(u -> Math.log(u / (1 - u)))
                        .toArray())
                .title("Weights after training")
                .x("weight")
                .vertical(0, "0");
    }

    private static ScatterChart clouds() {
        var random = new Random(4);
        var chart = scatter().title("Three classes").x("petal length, cm").y("petal width, cm");
        for (int k = 0; k < 3; k++) {
            double shift = k;
            chart.points(
                    "class " + k,
                    random.doubles(60).map(u -> 1.5 + 1.6 * shift + 1.5 * u).toArray(),
                    random.doubles(60).map(u -> 0.2 + 0.7 * shift + 0.8 * u).toArray());
        }
        return chart;
    }

    private static HeatMap attention() {
        String[] words = {"the", "cat", "sat", "on", "the", "old", "mat", "<end>"};
        double[][] weights = new double[8][8];
        for (int i = 0; i < 8; i++) {
            double sum = 0;
            for (int k = 0; k < 8; k++) {
                weights[i][k] = Math.exp(-Math.abs(i - k - 1) + (k == 1 ? 1 : 0));
                sum += weights[i][k];
            }
            for (int k = 0; k < 8; k++) {
                weights[i][k] /= sum;
            }
        }
        return heatMap(weights)
                .title("Attention, head 3")
                .rows(words)
                .columns(words)
                .x("key")
                .y("query")
                .key("weight");
    }

    private static HeatMap correlation() {
        String[] names = {"sepal length", "sepal width", "petal length", "petal width"};
        return heatMap(new double[][] {
                    {1, -0.12, 0.87, 0.82}, {-0.12, 1, -0.43, -0.37}, {0.87, -0.43, 1, 0.96}, {0.82, -0.37, 0.96, 1}
                })
                .title("Correlations")
                .rows(names)
                .columns(names)
                .diverging()
                .numbers()
                .range(-1, 1);
    }

    static HeatMap confusion() {
        var random = new Random(2);
        int[] labels = random.ints(1000, 0, 10).toArray();
        int[] found = IntStream.of(labels)
                .map(k -> random.nextInt(8) == 0 ? random.nextInt(10) : k)
                .toArray();
        return heatMap(ConfusionMatrix.of(10, labels, found)).title("1000 digits");
    }

    private static HeatMap large() {
        return heatMap(Tensor.normal(Shape.of(64, 200), 1, new Random(1)))
                .title("A layer's weights")
                .diverging()
                .x("input")
                .y("unit");
    }

    private static FieldChart valley() {
        double[] xs = new double[16];
        double[] ys = new double[16];
        double x = -1.4;
        double y = 1.2;
        for (int i = 0; i < 16; i++) {
            xs[i] = x;
            ys[i] = y;
            x -= 0.18 * x;
            y -= 0.5 * y * 1.6;
        }
        return contour((u, v) -> Math.log1p(u * u + 8 * v * v), -2, 2, -1.5, 1.5)
                .title("Gradient descent in a valley")
                .x("w₁")
                .y("w₂")
                .key("log(1 + loss)")
                .path("descent", xs, ys)
                .highlight(0, 0, "minimum");
    }

    static FieldChart classes() {
        var random = new Random(6);
        var chart = regions((x, y) -> y > Math.sin(2 * x) ? x > 0.5 ? 2 : 1 : 0, -2, 2, -1.5, 1.5)
                .title("Decision regions")
                .x("x₁")
                .y("x₂");
        for (int k = 0; k < 3; k++) {
            int label = k;
            double[] xs = random.doubles(25)
                    .map(u -> label == 2 ? 0.6 + 1.3 * u : -1.9 + (label == 0 ? 3.8 : 2.2) * u)
                    .toArray();
            double[] ys = IntStream.range(0, 25)
                    .mapToDouble(i -> Math.sin(2 * xs[i])
                            + (label == 0 ? -0.4 : 0.4) * random.nextDouble()
                            + (label == 0 ? -0.05 : 0.05))
                    .toArray();
            chart.points("class " + k, xs, ys);
        }
        return chart;
    }

    private static FieldChart deepFool() {
        return regions((x, y) -> x + 0.5 * Math.sin(3 * y) > 0 ? 1 : 0, -2, 2, -1.5, 1.5)
                .title("DeepFool, step by step")
                .x("x₁")
                .y("x₂")
                .path("attack", new double[] {-1.5, -0.7, -0.3, -0.05}, new double[] {0.9, 0.7, 0.62, 0.7})
                .note(-1.5, 0.9, "the image");
    }

    private static Tensor pictures(int count, int size, boolean signed) {
        var images = Tensor.zeros(count, size, size);
        for (int i = 0; i < images.count(); i++) {
            int picture = i / (size * size);
            double x = i % size - size / 2.0 + 0.5;
            double y = i / size % size - size / 2.0 + 0.5;
            double angle = Math.PI * picture / count;
            double wave = Math.cos(8.0 / size * (x * Math.cos(angle) + y * Math.sin(angle)))
                    * Math.exp(-(x * x + y * y) / (size * size / 12.0));
            images.array()[i] = (float) (signed ? wave : Math.abs(wave));
        }
        return images;
    }

    static ImageGrid digits() {
        return imageGrid(28, 28)
                .title("What the network sees")
                .row("ε = 0", pictures(6, 28, false), new int[] {3, 1, 4, 1, 5, 9})
                .row("ε = 0.1", pictures(6, 28, false), "8 (3)", "1", "4", "7 (1)", "5", "9");
    }

    private static ImageGrid filters() {
        return imageGrid(7, 7)
                .title("Filters of the first layer")
                .diverging()
                .key("weight")
                .images(pictures(8, 7, true), IntStream.range(0, 8).toArray());
    }

    private static ImageGrid colors() {
        var images = Tensor.zeros(4, 3, 16, 16);
        for (int i = 0; i < images.count(); i++) {
            int channel = i / 256 % 3;
            images.array()[i] =
                    (float) (0.5 + 0.5 * Math.sin(0.3 * (channel + 1) * (i % 16) + i / 768.0 + 0.2 * (i / 16 % 16)));
        }
        return imageGrid(16, 16).row("colours", images, "one", "two", "three", "four");
    }

    static Panels threeScales() {
        var charts = new LineChart[4];
        for (int k = 0; k < 4; k++) {
            double rate = 0.05 * (k + 1);
            charts[k] = chart().title("η = %.2f".formatted(rate))
                    .x("epoch")
                    .y("loss, nats")
                    .line(
                            "training",
                            IntStream.range(0, 30)
                                    .mapToDouble(i -> (1 + rate) * Math.exp(-rate * i))
                                    .toArray())
                    .line(
                            "test",
                            IntStream.range(0, 30)
                                    .mapToDouble(i -> 0.2 + Math.exp(-rate * i))
                                    .toArray());
        }
        return panels(charts).columns(2).shareX().shareY().title("The learning rate");
    }

    static Diagram graph() {
        return diagram()
                .title("y = tanh(W x + b)")
                .node("x")
                .node("W")
                .node("b")
                .operation("mul", "·")
                .operation("add", "+")
                .operation("tanh", "tanh")
                .node("y")
                .node("t")
                .operation("loss", "cross entropy")
                .edge("W", "mul")
                .edge("x", "mul")
                .edge("mul", "add")
                .edge("b", "add")
                .edge("add", "tanh")
                .edge("tanh", "y")
                .edge("y", "loss")
                .edge("t", "loss")
                .edge("x", "loss", "skip");
    }

    private static Diagram unrolled() {
        var diagram = diagram().title("An RNN unrolled in time");
        for (int t = 0; t < 4; t++) {
            diagram.node("x" + t, "x" + "₁₂₃₄".charAt(t))
                    .at(t, 2)
                    .operation("h" + t, "h" + "₁₂₃₄".charAt(t))
                    .at(t, 1)
                    .node("y" + t, "y" + "₁₂₃₄".charAt(t))
                    .at(t, 0)
                    .edge("x" + t, "h" + t, t == 0 ? "U" : "")
                    .edge("h" + t, "y" + t, t == 0 ? "V" : "");
            if (t > 0) {
                diagram.edge("h" + (t - 1), "h" + t, "W");
            }
        }
        return diagram;
    }

    /// Writes all figures, light and dark, and their texts into a folder.
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        var texts = new StringBuilder();
        for (var entry : figures().entrySet()) {
            var figure = entry.getValue();
            String name = entry.getKey().replace(' ', '-');
            figure.save(folder.resolve(name + ".svg").toString());
            figure.save(folder.resolve(name + ".pdf").toString());
            figure.save(folder.resolve(name + ".png").toString());
            texts.append("=== ")
                    .append(name)
                    .append(" svg ")
                    .append(figure.svg().getBytes(StandardCharsets.UTF_8).length)
                    .append(" png ")
                    .append(figure.png().length)
                    .append(" pdf ")
                    .append(figure.pdf().length)
                    .append("\n")
                    .append(figure.text())
                    .append("\n--- braille\n")
                    .append(figure.text(TextStyle.BRAILLE))
                    .append("\n\n");
            figure.dark().save(folder.resolve(name + "-dark.png").toString());
        }
        Files.writeString(folder.resolve("texts.txt"), texts);
    }
}
