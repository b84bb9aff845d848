package lectern.nn.save;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// What a model is made of: its layers, what comes out of each, how much of an image each number sees, and how
/// many numbers are learned.
///
/// @param input the shape of what goes in
/// @param rows one for each layer, those of a sequence by themselves
/// @param parameters numbers that are learned, shared ones once
public record Summary(Shape input, List<Row> rows, long parameters) {

    /// One layer.
    ///
    /// @param name its place, as in the names of a saved model: `layers.2`
    /// @param layer what it calls itself
    /// @param output the shape of what comes out
    /// @param receptiveField what each number sees of the image; empty if there is no image, or it is not
    /// known
    /// @param parameters numbers that it learns
    public record Row(
            String name, String layer, Shape output, Optional<ReceptiveField> receptiveField, long parameters) {}

    /// Keeps a copy of the list.
    public Summary {
        rows = List.copyOf(rows);
    }

    /// Sends zeros through a model and writes down what comes out of each layer.
    ///
    /// @param input the shape of a batch, as the model takes it: 1, 3, 32, 32 for a colour image of 32×32
    /// pixels
    /// @throws lectern.nn.tensor.ShapeException if the model does not take it
    public static Summary of(Layer model, int... input) {
        Shape shape = Shape.of(input);
        Walk walk = new Walk(shape);
        Phase.evaluating(() -> walk.through("", model, Var.constant(Tensor.zeros(shape))));
        Set<Var> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(model.parameters());
        return new Summary(shape, walk.rows, count(distinct));
    }

    private static long count(Iterable<Var> parameters) {
        long count = 0;
        for (Var parameter : parameters) {
            count += parameter.shape().count();
        }
        return count;
    }

    private static final class Walk {

        private final List<Row> rows = new ArrayList<>();
        private final Shape input;
        private Optional<ReceptiveField> field;

        Walk(Shape input) {
            this.input = input;
            this.field = input.rank() == 4 ? Optional.of(ReceptiveField.PIXEL) : Optional.empty();
        }

        Var through(String name, Layer layer, Var x) {
            if (layer instanceof Sequential(List<Layer> layers)) {
                Var y = x;
                for (int i = 0; i < layers.size(); i++) {
                    y = through((name.isEmpty() ? "" : name + ".") + "layers." + i, layers.get(i), y);
                }
                return y;
            }
            Var y = layer.apply(x);
            field = field.flatMap(before -> before.after(layer, input.size(2), input.size(3)));
            rows.add(new Row(name, called(layer), y.shape(), field, count(layer.parameters())));
            return y;
        }
    }

    /// A lambda has no name of its own.
    private static String called(Layer layer) {
        return layer.getClass().isHidden() ? "function" : layer.toString();
    }

    /// A table, a line for each layer.
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("name", "layer", "output", "sees", "parameters"));
        lines.add(List.of("", "input", input.toString(), "", ""));
        for (Row row : rows) {
            String field = row.receptiveField.map(ReceptiveField::toString).orElse("");
            lines.add(List.of(row.name, row.layer, row.output.toString(), field, number(row.parameters)));
        }
        lines.add(List.of("", "in all", "", "", number(parameters)));
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                boolean right = column == line.size() - 1;
                String cell = line.get(column);
                String gap = " ".repeat(width - cell.length());
                text.append(column == 0 ? "" : "  ").append(right ? gap + cell : cell + gap);
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString().stripTrailing();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%d", count);
    }
}
