package lectern.kernel.eval.oracle;

import java.util.List;

/// The table of sessions, a resource for each theme.
final class Themes {

    static final List<String> NAMES = List.of(
            "values",
            "variables",
            "redefinition",
            "methods",
            "classes",
            "generics",
            "patterns",
            "control",
            "exceptions",
            "lambdas",
            "imports",
            "text",
            "layout",
            "refusals",
            "size");

    private Themes() {}

    static List<Session> all() {
        return NAMES.stream().flatMap(theme -> SessionFile.read(theme).stream()).toList();
    }
}
