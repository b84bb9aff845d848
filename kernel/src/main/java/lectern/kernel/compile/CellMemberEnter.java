package lectern.kernel.compile;

import com.sun.tools.javac.comp.MemberEnter;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Context;
import java.util.function.Consumer;

/// Tells when a variable is known by its written type, before its initial value is looked at: that may use it.
final class CellMemberEnter extends MemberEnter {

    private Consumer<JCVariableDecl> declared = _ -> {};

    private CellMemberEnter(Context context) {
        super(context);
    }

    static void preRegister(Context context) {
        context.put(memberEnterKey, (Context.Factory<MemberEnter>) CellMemberEnter::new);
    }

    /// @param declared hears of each variable that is not declared with `var`
    void tell(Consumer<JCVariableDecl> declared) {
        this.declared = declared;
    }

    @Override
    public void visitVarDef(JCVariableDecl tree) {
        super.visitVarDef(tree);
        if (!tree.isImplicitlyTyped()) {
            declared.accept(tree);
        }
    }
}
