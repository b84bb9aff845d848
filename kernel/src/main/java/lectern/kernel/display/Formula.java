package lectern.kernel.display;

/// A formula in the language of LaTeX, which a page typesets: `formula("\\frac{1}{n} \\sum_i x_i")`.
///
/// @param source without or with dollar signs, or an environment such as `\begin{align}`
public record Formula(String source) {

    /// The formula in the marks that a page looks for.
    public String latex() {
        var trimmed = source.strip();
        return trimmed.startsWith("$") || trimmed.startsWith("\\begin{") ? trimmed : "$$" + trimmed + "$$";
    }

    @Override
    public String toString() {
        return source;
    }
}
