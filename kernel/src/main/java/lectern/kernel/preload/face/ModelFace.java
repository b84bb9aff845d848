package lectern.kernel.preload.face;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lectern.kernel.display.TextForm;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.save.ReceptiveField;
import lectern.nn.save.Summary;

/// A summary, and a model of several layers: a row for each layer.
///
/// What comes out of a layer depends on what goes into the model, so that the shapes stand only in a summary, which is
/// told.
final class ModelFace implements Face {

    /// The rows that are shown; deep networks have some hundreds.
    private static final int ROWS = 200;

    private record Part(String name, Layer layer) {}

    @Override
    public boolean show(Object value, Bundle bundle) {
        switch (value) {
            case Summary summary -> bundle.table(table(summary));
            case Layer model when !parts(model).isEmpty() -> bundle.table(table(model));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static TableText table(Summary summary) {
        boolean images =
                summary.rows().stream().anyMatch(row -> row.receptiveField().isPresent());
        var columns = new ArrayList<>(List.of(column("name"), column("layer"), column("output")));
        if (images) {
            columns.add(column("sees"));
        }
        columns.add(new TableText.Column("parameters", "", true));
        var rows = new ArrayList<List<String>>();
        rows.add(row(images, "", "input", summary.input().toString(), "", ""));
        summary.rows().stream()
                .limit(ROWS)
                .forEach(row -> rows.add(row(
                        images,
                        row.name(),
                        ascii(row.layer()),
                        row.output().toString(),
                        row.receptiveField().map(ModelFace::seen).orElse(""),
                        number(row.parameters()))));
        return new TableText(columns, rows, note(rows.size() - 1, summary.rows().size(), summary.parameters()));
    }

    private static List<String> row(
            boolean images, String name, String layer, String output, String sees, String parameters) {
        return images ? List.of(name, layer, output, sees, parameters) : List.of(name, layer, output, parameters);
    }

    private static String seen(ReceptiveField field) {
        return ascii(field.toString());
    }

    private static TableText table(Layer model) {
        var leaves = new ArrayList<Part>();
        collect("", model, leaves);
        var rows = leaves.stream()
                .limit(ROWS)
                .map(part -> List.of(part.name, called(part.layer), number(count(part.layer))))
                .toList();
        var columns = List.of(column("name"), column("layer"), new TableText.Column("parameters", "", true));
        return new TableText(
                columns,
                rows,
                note(rows.size(), leaves.size(), count(model)) + "; summary(model, 1, ...) also shows shapes");
    }

    private static void collect(String name, Layer layer, List<Part> leaves) {
        var parts = parts(layer);
        if (parts.isEmpty()) {
            leaves.add(new Part(name, layer));
        }
        parts.forEach(part -> collect(name.isEmpty() ? part.name : name + "." + part.name, part.layer, leaves));
    }

    /// The layers that a layer is made of, by the names of a saved model; none if it is not made of layers.
    private static List<Part> parts(Layer layer) {
        var parts = new ArrayList<Part>();
        if (layer instanceof Record one && RecordFace.shows(one.getClass())) {
            var names = RecordFace.names(one.getClass());
            var values = RecordFace.values(one);
            for (int i = 0; i < names.size(); i++) {
                switch (Optional.ofNullable(values.get(i)).orElse("")) {
                    case Layer inner -> parts.add(new Part(names.get(i), inner));
                    case List<?> list -> {
                        for (int k = 0; k < list.size(); k++) {
                            if (list.get(k) instanceof Layer inner) {
                                parts.add(new Part(names.get(i) + "." + k, inner));
                            }
                        }
                    }
                    default -> {
                        // A number or a setting: the layer itself says it.
                    }
                }
            }
        }
        // An activation within a layer is a setting of it.
        return layer instanceof Sequential
                        || parts.stream()
                                .anyMatch(part -> !part.layer.parameters().isEmpty())
                ? parts
                : List.of();
    }

    private static String called(Layer layer) {
        return layer.getClass().isHidden() ? "function" : ascii(TextForm.of(layer, TableText.CELL));
    }

    private static String ascii(String sizes) {
        return sizes.replace("×", "x");
    }

    /// Shared parameters count once.
    private static long count(Layer layer) {
        var distinct = Collections.newSetFromMap(new IdentityHashMap<Var, Boolean>());
        distinct.addAll(layer.parameters());
        return distinct.stream()
                .mapToLong(parameter -> parameter.shape().count())
                .sum();
    }

    private static TableText.Column column(String name) {
        return new TableText.Column(name, "", false);
    }

    private static String note(int shown, int layers, long parameters) {
        return TableText.count(shown, layers, "layers") + ", " + number(parameters) + " parameters";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
