package lectern.kernel.assist;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.kernel.compile.Spot;

/// The methods that a call could mean.
record Calls(Javac javac, Spot spot) {

    /// All methods of the name that is called, or constructors of the class, if it is one.
    List<MethodSymbol> overloads(JCExpression called) {
        var symbol = TreeInfo.symbol(called);
        if (symbol != null && symbol.kind == Kind.TYP) {
            return constructors(symbol);
        }
        return switch (called) {
            case JCFieldAccess access
            when access.selected.type != null && !access.selected.type.isErroneous() -> {
                var site = TreeInfo.symbol(access.selected);
                yield methods(visible(access.name.toString())
                        .members(
                                access.selected.type,
                                site != null && site.kind == Kind.TYP ? Visible.Of.TYPE : Visible.Of.VALUE)
                        .stream());
            }
            case JCIdent identifier -> {
                var visible = visible(identifier.name.toString());
                yield methods(Stream.concat(visible.inScope().stream(), visible.imported().stream()));
            }
            default -> List.of();
        };
    }

    List<MethodSymbol> constructors(Symbol type) {
        var found = new ArrayList<MethodSymbol>();
        for (var member : type.members().getSymbolsByName(javac.names().init)) {
            if (member instanceof MethodSymbol method && javac.resolve().isAccessible(spot.env(), type.type, method)) {
                found.addFirst(method);
            }
        }
        return found;
    }

    private Visible visible(String name) {
        return new Visible(javac, spot, name::equals);
    }

    private static List<MethodSymbol> methods(Stream<Symbol> symbols) {
        return symbols.filter(MethodSymbol.class::isInstance)
                .map(MethodSymbol.class::cast)
                .toList();
    }
}
