package lectern.kernel.assist;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCErroneous;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.kernel.compile.ParsedCell;

/// A name where a cell uses or declares it.
///
/// @param position of its tree, as javac counts
/// @param declared the declaration, if it is one
record Use(String name, int position, Optional<JCTree> declared) {

    /// The use of the name that a draft is about.
    static Optional<Use> at(ParsedCell cell, Draft draft) {
        var name = draft.text().substring(draft.start(), draft.end());
        var found = new ArrayList<Use>();
        var scanner = new TreeScanner() {
            private boolean endsThere(JCTree tree) {
                return cell.ends().getEndPos(tree) == draft.end();
            }

            private void use(JCTree tree) {
                found.add(new Use(name, tree.pos, Optional.empty()));
            }

            private void declare(JCTree tree) {
                found.add(new Use(name, tree.pos, Optional.of(tree)));
            }

            @Override
            public void visitErroneous(JCErroneous tree) {
                scan(tree.errs);
            }

            @Override
            public void visitIdent(JCIdent tree) {
                if (tree.pos == draft.start() && tree.name.contentEquals(name)) {
                    use(tree);
                }
            }

            @Override
            public void visitSelect(JCFieldAccess tree) {
                if (tree.name.contentEquals(name) && endsThere(tree)) {
                    use(tree);
                }
                super.visitSelect(tree);
            }

            @Override
            public void visitReference(JCMemberReference tree) {
                if (tree.name.contentEquals(name) && endsThere(tree)) {
                    use(tree);
                }
                super.visitReference(tree);
            }

            @Override
            public void visitVarDef(JCVariableDecl tree) {
                if (tree.pos == draft.start()) {
                    declare(tree);
                }
                super.visitVarDef(tree);
            }

            @Override
            public void visitMethodDef(JCMethodDecl tree) {
                if (tree.pos == draft.start()) {
                    declare(tree);
                }
                super.visitMethodDef(tree);
            }

            @Override
            public void visitClassDef(JCClassDecl tree) {
                if (tree.name.contentEquals(name) && draft.isBehindClass()) {
                    declare(tree);
                }
                super.visitClassDef(tree);
            }
        };
        List.copyOf(cell.units()).forEach(unit -> unit.trees().forEach(scanner::scan));
        return found.stream().findFirst();
    }
}
