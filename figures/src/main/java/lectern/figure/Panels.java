package lectern.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures side by side under one title.
///
/// What is added to one of them later is seen here too. Charts with shared axes have equal ranges, and numbers and
/// names only at the outside; where all have the same
/// legend, it stands once below them.
public final class Panels extends Exhibit<Panels> {

    private final List<Exhibit<?>> figures;
    private int columns;
    private boolean sharedX;
    private boolean sharedY;
    private @Nullable Meter meter;

    Panels(Exhibit<?>... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("panels: expected at least one figure, found none");
        }
        this.figures = List.of(figures);
        this.columns = Math.min(figures.length, 3);
        this.figures.forEach(this::shows);
    }

    /// Sets how many figures stand beside one another.
    ///
    /// @throws IllegalArgumentException if it is not at least 1
    public Panels columns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns: expected at least 1, found " + columns);
        }
        return change(() -> this.columns = Math.min(columns, figures.size()));
    }

    /// Gives all charts the same horizontal range.
    public Panels shareX() {
        return change(() -> sharedX = true);
    }

    /// Gives all charts the same vertical range.
    public Panels shareY() {
        return change(() -> sharedY = true);
    }

    /// Draws a bar above the panels that says how far something is.
    ///
    /// @param share that is done, 0…1
    /// @param words beside it: what is done, and what remains
    public Panels meter(double share, String words) {
        return change(() -> meter = new Meter(Math.clamp(share, 0, 1), words));
    }

    @Override
    Panels self() {
        return this;
    }

    @Override
    Snapshot snapshot(String title) {
        List<Snapshot> parts = figures.stream().<Snapshot>map(Exhibit::snapshot).toList();
        return new PanelsPlot(title, meter, parts, columns, sharedX, sharedY);
    }
}
