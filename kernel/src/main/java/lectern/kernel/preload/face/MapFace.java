package lectern.kernel.preload.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.kernel.display.TextForm;
import org.jspecify.annotations.Nullable;

/// A map: keys beside values.
final class MapFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return false;
        }
        List<@Nullable Object> keys = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        map.entrySet().stream().limit(TableText.ROWS).forEach(entry -> {
            keys.add(entry.getKey());
            values.add(entry.getValue());
        });
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(List.of(Cells.of(keys.get(i)), Cells.of(values.get(i))));
        }
        var columns = List.of(Cells.column("key", keys), Cells.column("value", values));
        bundle.table(
                new TableText(columns, rows, TableText.count(rows.size(), map.size(), "pairs")),
                () -> TextForm.of(map));
        return true;
    }
}
