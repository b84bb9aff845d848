package lectern.kernel.compile;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Name;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A variable that a cell declares for the cells after it.
///
/// To the compiler its declaration is one of a local variable of another name, which settles its type; then it
/// becomes an assignment to a static field.
public final class TopVariable {

    final JCVariableDecl tree;
    final Name name;
    final long flags;

    /// The field; null until the type is known.
    @Nullable
    VarSymbol symbol;

    /// The variable of this name before, if there was one.
    @Nullable
    VarSymbol former;

    /// @param flags those of its modifiers that a field may have
    TopVariable(JCVariableDecl tree, Name name, long flags) {
        this.tree = tree;
        this.name = name;
        this.flags = flags;
    }

    /// Whether it is kept where the former one was.
    boolean isAssignedOnly() {
        return Objects.equals(symbol, former);
    }
}
