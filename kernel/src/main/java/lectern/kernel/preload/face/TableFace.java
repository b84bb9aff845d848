package lectern.kernel.preload.face;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.kernel.display.TextForm;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A table of Tablesaw: its first rows and columns, with the types of the columns.
final class TableFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (value instanceof Table table) {
            bundle.table(text(table));
            return true;
        }
        return false;
    }

    static TableText text(Table table) {
        int rows = Math.min(TableText.ROWS, table.rowCount());
        List<Column<?>> columns = table.columns().subList(0, Math.min(TableText.COLUMNS, table.columnCount()));
        var name = table.name() == null || table.name().isEmpty() ? "" : table.name() + ": ";
        return new TableText(
                columns.stream().map(TableFace::head).toList(),
                IntStream.range(0, rows)
                        .mapToObj(row -> columns.stream()
                                .map(column -> TextForm.of(column.getString(row), TableText.CELL))
                                .toList())
                        .toList(),
                name + TableText.count(rows, table.rowCount(), columns.size(), table.columnCount()));
    }

    private static TableText.Column head(Column<?> column) {
        return new TableText.Column(
                column.name(), column.type().name().toLowerCase(Locale.ROOT), column instanceof NumericColumn);
    }
}
