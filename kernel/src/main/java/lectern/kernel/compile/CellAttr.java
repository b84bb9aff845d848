package lectern.kernel.compile;

import com.sun.tools.javac.comp.Attr;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import java.lang.invoke.VarHandle;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells when the type of a variable is known, before what follows it is looked at; and what is known at a place.
final class CellAttr extends Attr {

    /// Where javac is.
    private static final VarHandle ENV = PrivateField.of(Attr.class, "env", Env.class);

    private Consumer<JCVariableDecl> declared = _ -> {};
    private @Nullable Name watched;
    private BiConsumer<JCTree, Env<AttrContext>> watch = (_, _) -> {};

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

    /// @param name null for none
    /// @param watch hears of each use of the name, several times of one in a lambda, while what is known there is
    /// known; the last time is the surest
    void watch(@Nullable Name name, BiConsumer<JCTree, Env<AttrContext>> watch) {
        watched = name;
        this.watch = watch;
    }

    @SuppressWarnings("unchecked")
    private void see(JCTree tree, Name name) {
        if (name.equals(watched)) {
            watch.accept(tree, (Env<AttrContext>) ENV.get(this));
        }
    }

    @Override
    public void visitIdent(JCIdent tree) {
        super.visitIdent(tree);
        see(tree, tree.name);
    }

    @Override
    public void visitSelect(JCFieldAccess tree) {
        super.visitSelect(tree);
        see(tree, tree.name);
    }

    @Override
    public void visitReference(JCMemberReference tree) {
        super.visitReference(tree);
        see(tree, tree.name);
    }

    @Override
    public void visitVarDef(JCVariableDecl tree) {
        super.visitVarDef(tree);
        declared.accept(tree);
    }
}
