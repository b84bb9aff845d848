package lectern.kernel.maven;

import java.util.List;

/// A library cannot be had.
public final class UnresolvedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String wanted;
    private final transient List<String> known;

    /// @param message what was expected, and what was found
    /// @param wanted the name or version that there is none of, empty if the reason is another
    /// @param known what there is of the kind
    public UnresolvedException(String message, String wanted, List<String> known, Throwable cause) {
        super(message, cause);
        this.wanted = wanted;
        this.known = List.copyOf(known);
    }

    /// The name or version that there is none of, empty if the reason is another.
    public String wanted() {
        return wanted;
    }

    /// What there is of the kind.
    public List<String> known() {
        return known;
    }
}
