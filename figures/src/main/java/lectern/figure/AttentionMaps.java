package lectern.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Attention weights: a heat map for each head, all with the same colours.
final class AttentionMaps {

    private static final int HEADS = 12;
    private static final int WORDS = 60;
    private static final int ACROSS = 3;

    private AttentionMaps() {}

    static Panels of(Tensor weights, String[] queries, String[] keys) {
        Shape shape = weights.shape();
        if (shape.rank() < 2 || shape.rank() > 4 || shape.count() == 0) {
            throw new ShapeException(
                    "attention",
                    "weights (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys)",
                    shape);
        }
        int rows = shape.size(-2);
        int columns = shape.size(-1);
        requireNames("queries", queries, rows);
        requireNames("keys", keys, columns);
        int heads = shape.rank() == 2 ? 1 : shape.size(-3);
        int shownHeads = Math.min(HEADS, heads);
        var maps = IntStream.range(0, shownHeads)
                .mapToObj(head -> map(weights.array(), head, rows, columns, queries, keys)
                        .title(heads == 1 ? "" : "head " + (head + 1)))
                .toArray(HeatMap[]::new);
        return new Panels(maps).columns(Math.min(ACROSS, shownHeads)).title(title(shape, shownHeads, heads));
    }

    private static String title(Shape shape, int shown, int heads) {
        var parts = new StringBuilder("attention");
        if (shape.rank() == 4 && shape.size(0) > 1) {
            parts.append(", first of ").append(shape.size(0)).append(" examples");
        }
        if (shown < heads) {
            parts.append(", first ").append(shown).append(" of ").append(heads).append(" heads");
        }
        if (Math.max(shape.size(-2), shape.size(-1)) > WORDS) {
            parts.append(", first ").append(WORDS).append(" words");
        }
        return parts.toString();
    }

    private static HeatMap map(float[] weights, int head, int rows, int columns, String[] queries, String[] keys) {
        int height = Math.min(WORDS, rows);
        int width = Math.min(WORDS, columns);
        double[][] values = new double[height][width];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                values[i][j] = weights[(head * rows + i) * columns + j];
            }
        }
        var map = new HeatMap(values).range(0, 1).x("key").y("query").key("weight");
        if (queries.length > 0) {
            map.rows(Arrays.copyOf(queries, height));
        }
        if (keys.length > 0) {
            map.columns(Arrays.copyOf(keys, width));
        }
        return map;
    }

    private static void requireNames(String what, String[] names, int count) {
        if (names.length != 0 && names.length != count) {
            throw new ShapeException("attention", count + " words of " + what + ", or none", names.length);
        }
    }
}
