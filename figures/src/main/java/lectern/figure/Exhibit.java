package lectern.figure;

import org.jspecify.annotations.Nullable;

/// What all figures have that are made step by step: a title, a theme, a place on the screen, and their forms.
///
/// Each method that changes the figure returns it, so that calls can be chained. One thread may add to a figure while
/// another draws it.
///
/// @param <E> the figure itself
public abstract sealed class Exhibit<E extends Exhibit<E>> implements Figure
        permits Chart, Diagram, ImageGrid, Painting, Panels {

    private final Stage stage = new Stage(this);
    private String title = "";
    private @Nullable Theme theme;

    Exhibit() {}

    /// This figure, under its own type.
    abstract E self();

    /// The content as it is now. Called with the lock of this figure held.
    abstract Snapshot snapshot(String title);

    /// Sets what the figure is called.
    public final E title(String title) {
        return change(() -> this.title = title);
    }

    /// Draws the figure on dark paper.
    public final E dark() {
        return change(() -> theme = Theme.DARK);
    }

    /// Draws the figure on white paper, whatever [Figures#theme] says.
    public final E light() {
        return change(() -> theme = Theme.LIGHT);
    }

    /// Shows the figure on the current [Screen], which is told from then on when the figure changes.
    public final E show() {
        stage.show();
        return self();
    }

    /// Makes a change and tells the screen of it.
    final E change(Runnable change) {
        stage.change(change);
        return self();
    }

    /// Lets this figure change on the screen when a part of it does.
    final void shows(Exhibit<?> part) {
        part.partOf(stage);
    }

    private void partOf(Stage whole) {
        stage.partOf(whole);
    }

    final synchronized Snapshot snapshot() {
        return snapshot(title);
    }

    private synchronized Theme theme() {
        return theme == null ? Theme.current() : theme;
    }

    @Override
    public final synchronized String title() {
        return title;
    }

    @Override
    public final String svg() {
        Snapshot now = snapshot();
        return SvgWriter.write(now.drawing(theme()), now.title(), now.description());
    }

    @Override
    public final byte[] png() {
        return PngWriter.write(snapshot().drawing(theme()));
    }

    @Override
    public final byte[] pdf() {
        return PdfWriter.write(snapshot().drawing(theme()));
    }

    @Override
    public final String text(TextStyle style) {
        return snapshot().text(style);
    }

    /// The same as [#text()], for where a value is printed.
    @Override
    public final String toString() {
        return text();
    }
}
