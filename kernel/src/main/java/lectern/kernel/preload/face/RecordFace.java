package lectern.kernel.preload.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.kernel.display.TextForm;
import org.jspecify.annotations.Nullable;

/// A record: its components by name. One that has written a `toString` of its own is shown as that.
final class RecordFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (!(value instanceof Record one) || !shows(one.getClass()) || !plain(one)) {
            return false;
        }
        var names = names(one.getClass());
        var values = values(one);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < names.size(); i++) {
            var type = one.getClass().getRecordComponents()[i].getType();
            rows.add(List.of(names.get(i), Cells.name(type), Cells.of(values.get(i))));
        }
        var columns = List.of(
                new TableText.Column("name", "", false),
                new TableText.Column("type", "", false),
                new TableText.Column("value", "", false));
        bundle.table(new TableText(columns, rows, one.getClass().getSimpleName()), () -> TextForm.of(one));
        return true;
    }

    /// Whether the components can be read, and there are any.
    static boolean shows(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length > 0
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(component -> component.getAccessor().trySetAccessible());
    }

    /// Whether the text is the one that every record has.
    private static boolean plain(Record one) {
        return one.toString().startsWith(one.getClass().getSimpleName() + "[");
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    /// The components; in the place of one whose accessor fails, what it failed with.
    static List<@Nullable Object> values(Object one) {
        var values = new ArrayList<@Nullable Object>();
        for (var component : one.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                // The record of a cell may be private to it.
                accessor.trySetAccessible();
                values.add(accessor.invoke(one));
            } catch (ReflectiveOperationException e) {
                values.add("(failed: " + (e.getCause() == null ? e : e.getCause()) + ")");
            }
        }
        return values;
    }
}
