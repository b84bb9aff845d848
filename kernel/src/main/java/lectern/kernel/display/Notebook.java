package lectern.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// What every cell can call to show something.
public final class Notebook {

    // Cells call static methods; like System.out, what they write to is the host's to set.
    private static volatile @Nullable Output current;

    private Notebook() {}

    /// Puts an output into use, for the whole process.
    public static void use(Output output) {
        current = output;
    }

    /// Shows a value under the cell and returns the id that [#updateDisplay] takes.
    public static String display(@Nullable Object value) {
        return output().display(output().bundles().render(value));
    }

    /// Shows a value as these MIME types, such as `text/html`.
    public static String display(@Nullable Object value, String... types) {
        return output().display(output().bundles().render(value, types));
    }

    /// Replaces what was shown under this id.
    public static void updateDisplay(String id, @Nullable Object value) {
        output().update(id, output().bundles().render(value));
    }

    /// Replaces what was shown under this id, as these MIME types.
    public static void updateDisplay(String id, @Nullable Object value, String... types) {
        output().update(id, output().bundles().render(value, types));
    }

    /// The MIME bundle of a value, without showing it.
    public static DisplayData render(@Nullable Object value, String... types) {
        return output().bundles().render(value, types);
    }

    /// Clears what the cell has shown so far; with `wait`, at the moment something new is shown.
    public static void clearOutput(boolean wait) {
        output().clear(wait);
    }

    private static Output output() {
        var output = current;
        if (output == null) {
            throw new IllegalStateException("display: expected a running kernel, found none");
        }
        return output;
    }
}
