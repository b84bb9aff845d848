package lectern.kernel.explain;

import java.util.List;
import java.util.function.Predicate;

/// What hints ask of the engine that runs the cells.
public interface Knowledge {

    /// What may stand where a name does, methods with their opening parenthesis.
    ///
    /// @param start where the name begins
    /// @param wanted which names are looked for
    List<String> names(String cell, int start, Predicate<String> wanted);

    /// How the methods or classes read that a name means, each in a line.
    List<String> declarations(String cell, int position);

    /// The full names of the public classes of this simple name, imported or not, the likeliest first.
    List<String> classes(String simpleName);
}
