package lectern.kernel.display;

import java.util.List;
import lectern.kernel.comm.Comms;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// What every cell can call to show something.
public final class Notebook {

    // Cells call static methods; like System.out, what they write to is the host's to set.
    private static volatile @Nullable Output current;
    private static volatile @Nullable Comms comms;

    private Notebook() {}

    /// Puts an output and comms into use, for the whole process.
    public static void use(Output output, Comms lines) {
        current = output;
        comms = lines;
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

    /// A formula in the language of LaTeX, to be shown: `formula("\\frac{1}{n} \\sum_i x_i")`.
    ///
    /// @param latex without or with dollar signs, or an environment such as `\begin{align}`
    public static Formula formula(String latex) {
        return new Formula(latex);
    }

    /// Clears what the cell has shown so far; with `wait`, at the moment something new is shown.
    public static void clearOutput(boolean wait) {
        output().clear(wait);
    }

    /// Prints text after a format, as `System.out.printf` does.
    // Cells are not checked by the tool that would know the annotation.
    @SuppressWarnings("AnnotateFormatMethod")
    public static void printf(String format, @Nullable Object... values) {
        System.out.printf(format, values);
    }

    /// Runs code as if it was a cell, and gives its value.
    ///
    /// @throws IllegalStateException if the code fails
    public static @Nullable Object eval(String code) {
        return kernel().evalRaw(code);
    }

    /// Does what the line `%name arguments` does.
    ///
    /// @throws Exception what the command throws
    // The caller knows what the command gives.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
        return kernel().getMagicsRegistry().evalLineMagic(kernel(), name, arguments);
    }

    /// Does what a cell of `%%name arguments` and this body does.
    ///
    /// @throws Exception what the command throws
    // The caller knows what the command gives.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <T> T cellMagic(String name, List<String> arguments, String body) throws Exception {
        return kernel().getMagicsRegistry().evalCellMagic(kernel(), name, arguments, body);
    }

    /// The kernel, as libraries made for JJava see it: renderer, comm manager, `%` commands.
    public static BaseKernel kernel() {
        var kernel = BaseKernel.notebookKernel();
        if (kernel == null) {
            throw new IllegalStateException("kernel: expected a running kernel, found none");
        }
        return kernel;
    }

    /// The kernel, by the name that IJava has for it.
    public static BaseKernel getKernelInstance() {
        return kernel();
    }

    /// Comms: what widgets and cells tell each other.
    public static Comms comms() {
        var lines = comms;
        if (lines == null) {
            throw new IllegalStateException("comms: expected a running kernel, found none");
        }
        return lines;
    }

    private static Output output() {
        var output = current;
        if (output == null) {
            throw new IllegalStateException("display: expected a running kernel, found none");
        }
        return output;
    }
}
