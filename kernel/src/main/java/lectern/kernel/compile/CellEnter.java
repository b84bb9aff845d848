package lectern.kernel.compile;

import com.sun.tools.javac.code.Scope.NamedImportScope;
import com.sun.tools.javac.code.Scope.StarImportScope;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets the classes of a cell see the session around them, and the imports of the session without reading them again.
final class CellEnter extends Enter {

    /// The imports that hold for all cells, resolved.
    record Imports(NamedImportScope named, StarImportScope star, StarImportScope modules) {

        static Imports of(JCCompilationUnit unit) {
            return new Imports(unit.namedImportScope, unit.starImportScope, unit.moduleImportScope);
        }
    }

    private @Nullable JCClassDecl session;
    private @Nullable Imports imports;
    private Consumer<JCCompilationUnit> entered = _ -> {};

    private CellEnter(Context context) {
        super(context);
    }

    static void preRegister(Context context) {
        context.put(enterKey, (Context.Factory<Enter>) CellEnter::new);
    }

    /// @param session a declaration of the class that surrounds the cells
    /// @param entered hears when the classes of a unit are known by name, and nothing in them is
    void surround(JCClassDecl session, Consumer<JCCompilationUnit> entered) {
        this.session = session;
        this.entered = entered;
    }

    /// Uses these from now on; null, to resolve those of the next unit.
    void use(@Nullable Imports imports) {
        this.imports = imports;
    }

    @Override
    public void visitTopLevel(JCCompilationUnit tree) {
        super.visitTopLevel(tree);
        if (imports != null) {
            tree.namedImportScope = imports.named;
            tree.starImportScope = imports.star;
            tree.moduleImportScope = imports.modules;
        }
        entered.accept(tree);
    }

    @Override
    public Env<AttrContext> classEnv(JCClassDecl tree, Env<AttrContext> env) {
        return super.classEnv(
                tree, session != null && env.tree.hasTag(JCTree.Tag.TOPLEVEL) ? super.classEnv(session, env) : env);
    }
}
