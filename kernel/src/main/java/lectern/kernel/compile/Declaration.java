package lectern.kernel.compile;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/// A method or a class that cells have declared, with all that is needed to compile it again.
///
/// @param name what it is called
/// @param isType whether it is a class and not a method
/// @param key what it is told apart by: another declaration of the same takes its place
/// @param source the cell
/// @param start where it begins there
/// @param end where it ends
/// @param mentions every unqualified name in it
/// @param waiting whether it uses what is not declared yet
public record Declaration(
        String name,
        boolean isType,
        String key,
        CellSource source,
        int start,
        int end,
        Set<String> mentions,
        boolean waiting) {

    static Declaration of(String name, boolean isType, CellSource source, Unit unit) {
        var tree = unit.trees().head;
        return new Declaration(
                name, isType, Segments.key(tree), source, unit.start(), unit.end(), mentions(tree), false);
    }

    private static Set<String> mentions(JCTree tree) {
        var found = new HashSet<String>();
        new TreeScanner() {
            @Override
            public void visitIdent(JCIdent identifier) {
                found.add(identifier.name.toString());
            }
        }.scan(tree);
        return found;
    }

    Declaration waits(boolean waits) {
        return new Declaration(name, isType, key, source, start, end, mentions, waits);
    }

    boolean mentionsAny(Set<String> names) {
        return !java.util.Collections.disjoint(mentions, names);
    }

    String text() {
        return source.text().substring(start, end);
    }

    boolean contains(Problem problem) {
        return problem.source() == source && problem.position() >= start && problem.position() <= end;
    }

    /// The same text at the same place is the same declaration, however often it is compiled.
    @Override
    public boolean equals(Object other) {
        return other instanceof Declaration declaration && declaration.source == source && declaration.start == start;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(source) * 31 + start;
    }
}
