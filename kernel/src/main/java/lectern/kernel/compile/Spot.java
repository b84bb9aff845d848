package lectern.kernel.compile;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What javac knows where a name is used.
///
/// @param tree the use
/// @param locals what is declared around it in methods, the nearest first
public record Spot(JCTree tree, Env<AttrContext> env, List<Symbol> locals) {

    static Spot of(JCTree tree, Env<AttrContext> env) {
        var locals = new ArrayList<Symbol>();
        for (var around = env; around.outer != null; around = around.outer) {
            around.info.getLocalElements().forEach(locals::add);
        }
        return new Spot(tree, env, locals);
    }

    /// What stands before the dot or the colons.
    public Optional<JCExpression> selected() {
        return switch (tree) {
            case JCFieldAccess access -> Optional.of(access.selected);
            case JCMemberReference reference -> Optional.of(reference.expr);
            default -> Optional.empty();
        };
    }

    /// The type, or package, whose member is named; none if it is not one, or if no one knows of what.
    public Optional<Type> site() {
        return selected().map(selected -> selected.type).filter(type -> !type.isErroneous());
    }

    /// Whether it is a member of a type and not of a value.
    public boolean isOfType() {
        var symbol = selected().map(TreeInfo::symbol);
        return symbol.isPresent() && (symbol.get().kind == Kind.TYP || symbol.get().kind == Kind.PCK);
    }

    /// What the name means, if javac found it.
    public Optional<Symbol> symbol() {
        var symbol = switch (tree) {
            case JCFieldAccess access -> access.sym;
            case JCMemberReference reference -> reference.sym;
            case JCIdent identifier -> identifier.sym;
            default -> null;
        };
        return Optional.ofNullable(symbol)
                .filter(found -> found.kind != Kind.ERR && found.exists() && !found.type.isErroneous());
    }

    /// Whether less is known than at another look at the same place.
    boolean isVaguerThan(Spot other) {
        return unknown() > other.unknown();
    }

    private long unknown() {
        return locals.stream().filter(local -> local.type.isErroneous()).count()
                + (selected().isPresent() && site().isEmpty() ? 1 : 0);
    }
}
