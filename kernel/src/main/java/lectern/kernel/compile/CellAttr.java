package lectern.kernel.compile;

import com.sun.tools.javac.comp.Attr;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Context;
import java.util.function.Consumer;

/// Tells when the type of a variable is known, before what follows it is looked at.
final class CellAttr extends Attr {

    private Consumer<JCVariableDecl> declared = _ -> {};

    private CellAttr(Context context) {
        super(context);
    }

    static void preRegister(Context context) {
        context.put(attrKey, (Context.Factory<Attr>) CellAttr::new);
    }

    /// @param declared hears of each variable
    void tell(Consumer<JCVariableDecl> declared) {
        this.declared = declared;
    }

    @Override
    public void visitVarDef(JCVariableDecl tree) {
        super.visitVarDef(tree);
        declared.accept(tree);
    }
}
