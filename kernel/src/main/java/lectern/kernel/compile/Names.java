package lectern.kernel.compile;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/// What a cell declares, by name.
///
/// @param added all names
/// @param replaced those of classes that there are already, and that are not the same again
/// @param keys what the declarations are told apart by
/// @param unchanged where those classes begin that are there already, word for word
record Names(Set<String> added, Set<String> replaced, Set<String> keys, Set<Integer> unchanged) {

    static Names of(ParsedCell cell, Declarations declarations) {
        var names = new Names(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        var same = new HashSet<Unit>();
        for (var unit : cell.units()) {
            for (var tree : unit.trees()) {
                names.keys.add(Segments.key(tree));
                switch (tree) {
                    case JCVariableDecl variable -> names.added.add(variable.name.toString());
                    case JCMethodDecl method -> names.added.add(method.name.toString());
                    case JCClassDecl type -> {
                        var name = type.name.toString();
                        var known = declarations.type(name);
                        if (known.isPresent() && isSame(known.get(), cell, unit, type)) {
                            same.add(unit);
                        } else {
                            names.added.add(name);
                            known.ifPresent(_ -> names.replaced.add(name));
                        }
                    }
                    default -> {}
                }
            }
        }
        names.keepSame(cell, same);
        return names;
    }

    /// A class that comes again as it was stays, with its instances, unless it uses one that changes.
    private void keepSame(ParsedCell cell, Set<Unit> same) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var unit : Set.copyOf(same)) {
                var name = ((JCClassDecl) unit.trees().head).name.toString();
                if (Declaration.of(name, true, cell.source(), unit).mentionsAny(added)) {
                    same.remove(unit);
                    added.add(name);
                    replaced.add(name);
                    changed = true;
                }
            }
        }
        same.forEach(unit -> unchanged.add(unit.start()));
    }

    private static boolean isSame(Declaration known, ParsedCell cell, Unit unit, JCClassDecl type) {
        return !known.waiting()
                && known.text().equals(cell.source().text().substring(unit.start(), unit.end()))
                && !hasState(type);
    }

    /// Whether a class has variables of its own, which a new declaration sets back.
    private static boolean hasState(JCClassDecl type) {
        var state = new boolean[1];
        new TreeScanner() {
            @Override
            public void visitVarDef(JCVariableDecl variable) {
                state[0] |= (variable.mods.flags & (Flags.STATIC | Flags.ENUM)) == Flags.STATIC;
                super.visitVarDef(variable);
            }

            @Override
            public void visitBlock(JCBlock block) {
                state[0] |= (block.flags & Flags.STATIC) != 0;
                super.visitBlock(block);
            }
        }.scan(type);
        return state[0];
    }

    boolean isUnchanged(Unit unit) {
        return unchanged.contains(unit.start());
    }

    boolean isDeclaredBy(Declaration declaration) {
        return keys.contains(declaration.key());
    }
}
