package lectern.figure;

import java.util.ArrayList;
import java.util.List;

/// One row of an image grid.
///
/// @param label left of the row; may be empty
record GridRow(String label, List<Cell> cells) {

    GridRow {
        cells = List.copyOf(cells);
    }

    /// A picture and the words under it; they may be empty.
    record Cell(GridPicture picture, String caption) {}

    GridRow with(Cell cell) {
        var more = new ArrayList<>(cells);
        more.add(cell);
        return new GridRow(label, more);
    }
}
