package lectern.kernel.compile;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Cuts a cell where it declares a name for the second time: what stands before means the first one.
final class Segments {

    private Segments() {}

    static List<ParsedCell> of(ParsedCell cell) {
        var segments = new ArrayList<ParsedCell>();
        var units = new ArrayList<Unit>();
        var names = new HashSet<String>();
        for (var unit : cell.units()) {
            var declared = unit.trees().stream()
                    .map(Segments::key)
                    .filter(key -> !key.isEmpty())
                    .toList();
            if (declared.stream().anyMatch(names::contains)) {
                segments.add(cell.with(units));
                units.clear();
                names.clear();
            }
            names.addAll(declared);
            units.add(unit);
        }
        segments.add(cell.with(units));
        return segments;
    }

    /// What a declaration is told apart by; nothing for other trees.
    static String key(JCTree tree) {
        return switch (tree) {
            case JCVariableDecl variable -> "variable " + variable.name;
            case JCClassDecl type -> "class " + type.name;
            case JCMethodDecl method ->
                method.params.stream()
                        .map(parameter -> String.valueOf(parameter.vartype))
                        .collect(Collectors.joining(",", "method " + method.name + "(", ")"));
            default -> "";
        };
    }
}
