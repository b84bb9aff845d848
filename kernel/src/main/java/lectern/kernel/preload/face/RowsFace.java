package lectern.kernel.preload.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records of one class, or maps with the same keys, in a list or an array: a row for each.
final class RowsFace implements Face {

    /// What of each row stands under which name.
    private record Rows(List<String> names, List<List<@Nullable Object>> values) {}

    @Override
    public boolean show(Object value, Bundle bundle) {
        List<?> first;
        int size;
        switch (value) {
            case Collection<?> list -> {
                first = list.stream().limit(TableText.ROWS).toList();
                size = list.size();
            }
            case Object[] array -> {
                first = Arrays.asList(array).subList(0, Math.min(TableText.ROWS, array.length));
                size = array.length;
            }
            default -> {
                return false;
            }
        }
        var rows = rows(first);
        if (rows == null) {
            return false;
        }
        bundle.table(text(rows, size));
        return true;
    }

    private static @Nullable Rows rows(List<?> elements) {
        return switch (elements.isEmpty() ? null : elements.getFirst()) {
            case Record one
            when RecordFace.shows(one.getClass()) && elements.stream().allMatch(one.getClass()::isInstance) ->
                new Rows(
                        RecordFace.names(one.getClass()),
                        elements.stream().map(RecordFace::values).toList());
            case Map<?, ?> one
            when !one.isEmpty() && elements.stream().allMatch(other -> sameKeys(one, other)) -> {
                List<?> keys = new ArrayList<>(one.keySet());
                yield new Rows(
                        keys.stream().map(Cells::of).toList(),
                        elements.stream().map(other -> inOrder(keys, other)).toList());
            }
            case null, default -> null;
        };
    }

    private static boolean sameKeys(Map<?, ?> one, @Nullable Object other) {
        return other instanceof Map<?, ?> map && map.keySet().equals(one.keySet());
    }

    private static List<@Nullable Object> inOrder(List<?> keys, Object row) {
        var values = new ArrayList<@Nullable Object>();
        keys.forEach(key -> values.add(((Map<?, ?>) row).get(key)));
        return values;
    }

    private static TableText text(Rows rows, int size) {
        int width = Math.min(TableText.COLUMNS, rows.names.size());
        var columns = new ArrayList<TableText.Column>();
        for (int i = 0; i < width; i++) {
            int at = i;
            List<@Nullable Object> values = new ArrayList<>();
            rows.values.forEach(row -> values.add(row.get(at)));
            columns.add(Cells.column(rows.names.get(i), values));
        }
        return new TableText(
                columns,
                rows.values.stream()
                        .map(row -> row.stream().limit(width).map(Cells::of).toList())
                        .toList(),
                TableText.count(rows.values.size(), size, width, rows.names.size()));
    }
}
