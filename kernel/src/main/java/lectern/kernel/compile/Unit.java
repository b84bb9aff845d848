package lectern.kernel.compile;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCImportBase;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.List;

/// An import, a declaration, a statement or an expression of a cell.
///
/// @param trees one, or more where variables share their type
/// @param start where its text begins
/// @param end where its text ends
/// @param open whether no semicolon ends it
public record Unit(List<? extends JCTree> trees, int start, int end, boolean open) {

    /// What a part of a cell can be.
    public enum Kind {
        IMPORT,
        TYPE,
        METHOD,
        VARIABLES,
        EXPRESSION,
        STATEMENT
    }

    /// Whether it is one of the kinds; what was read over an error may be none.
    boolean isWhole() {
        return trees.nonEmpty()
                && trees.stream()
                        .allMatch(tree -> tree instanceof JCImportBase
                                || tree instanceof JCMethodDecl
                                || tree instanceof JCStatement);
    }

    public Kind kind() {
        return switch (trees.head) {
            case JCImportBase _ -> Kind.IMPORT;
            case JCClassDecl _ -> Kind.TYPE;
            case JCMethodDecl _ -> Kind.METHOD;
            case JCVariableDecl _ -> Kind.VARIABLES;
            case JCExpressionStatement _ -> Kind.EXPRESSION;
            default -> Kind.STATEMENT;
        };
    }
}
