package lectern.kernel.assist;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Env;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.Spot;

/// What may be written at a spot, by the rules of the language.
///
/// @param wanted the names that are looked for
record Visible(Javac javac, Spot spot, Predicate<String> wanted) {

    /// Which members a name after a dot may mean.
    enum Of {
        VALUE,
        TYPE,
        BOTH
    }

    /// The members of what stands before the dot; those that every object has come last.
    List<Symbol> members(Type site, Of of) {
        var found = new ArrayList<Symbol>();
        for (var type : supertypes(site)) {
            var own = new ArrayList<Symbol>();
            for (var member : type.tsym.members().getSymbols(this::isWanted)) {
                boolean ofType = member.isStatic() || member.kind == Kind.TYP;
                if ((of == Of.BOTH || ofType == (of == Of.TYPE))
                        && isInherited(member, type, site)
                        && javac.resolve().isAccessible(spot.env(), site, member)) {
                    own.addFirst(member);
                }
            }
            found.addAll(own);
        }
        return withoutHidden(found);
    }

    /// Static methods of an interface belong to it alone.
    private static boolean isInherited(Symbol member, Type owner, Type site) {
        return owner.tsym.equals(site.tsym)
                || !(member instanceof MethodSymbol && member.isStatic() && isInterface(owner));
    }

    private static boolean isInterface(Type type) {
        return (type.tsym.flags() & Flags.INTERFACE) != 0;
    }

    /// What needs no dot: locals, then members of the classes around, then what is imported.
    List<Symbol> inScope() {
        var found = new ArrayList<Symbol>();
        spot.locals().stream().filter(this::isWanted).forEach(found::add);
        var env = spot.env();
        boolean isStatic = false;
        for (var around = env; around.outer != null; around = around.outer) {
            isStatic |= isStatic(around);
            for (var type : supertypes(around.enclClass.sym.type)) {
                for (var member : type.tsym.members().getSymbols(this::isWanted)) {
                    if ((!isStatic || member.isStatic() || member.kind == Kind.TYP)
                            && javac.resolve().isAccessible(env, around.enclClass.sym.type, member)) {
                        found.add(member);
                    }
                }
            }
            isStatic |= (around.enclClass.sym.flags() & Flags.STATIC) != 0;
        }
        return withoutHidden(found);
    }

    private static boolean isStatic(Env<AttrContext> env) {
        return env.enclMethod != null && (env.enclMethod.mods.flags & Flags.STATIC) != 0;
    }

    /// What the imports make known.
    List<Symbol> imported() {
        var found = new ArrayList<Symbol>();
        var unit = spot.env().toplevel;
        for (var scope : List.of(unit.namedImportScope, unit.starImportScope, unit.moduleImportScope)) {
            for (var symbol : scope.getSymbols(this::isWanted)) {
                if (symbol instanceof ClassSymbol type
                        ? isThere(type) && javac.resolve().isAccessible(spot.env(), type)
                        : javac.resolve().isAccessible(spot.env(), scope.getOrigin(symbol).owner.type, symbol)) {
                    found.add(symbol);
                }
            }
        }
        return found;
    }

    /// Whether the class can be read.
    boolean isThere(ClassSymbol type) {
        try {
            type.complete();
            return type.exists();
        } catch (CompletionFailure e) {
            return false;
        }
    }

    boolean isWanted(Symbol symbol) {
        var name = symbol.name.toString();
        return (symbol instanceof VarSymbol || symbol instanceof TypeSymbol || symbol instanceof MethodSymbol)
                && !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && !name.contains(CellNames.HIDDEN)
                && !name.contains("$")
                && !name.equals("this")
                && !name.equals("super")
                && (symbol.flags() & Flags.SYNTHETIC) == 0
                && wanted.test(name);
    }

    /// Without what is overridden or hidden by something before it.
    private List<Symbol> withoutHidden(List<Symbol> all) {
        var kept = new ArrayList<Symbol>();
        for (var symbol : all) {
            if (kept.stream().noneMatch(before -> hides(before, symbol))) {
                kept.add(symbol);
            }
        }
        return kept;
    }

    private boolean hides(Symbol before, Symbol symbol) {
        return before.name.equals(symbol.name)
                && before.kind == symbol.kind
                && (!(before instanceof MethodSymbol)
                        || javac.types()
                                .hasSameArgs(
                                        javac.types().erasure(before.type),
                                        javac.types().erasure(symbol.type)));
    }

    /// A type with all that it extends and implements, nearest first, and Object last.
    private Set<Type> supertypes(Type type) {
        var found = new ArrayList<Type>();
        var seen = new HashSet<TypeSymbol>();
        collect(type, found, seen);
        var ordered = new LinkedHashSet<>(found);
        ordered.removeIf(one -> one.tsym.equals(javac.syms().objectType.tsym));
        if (!type.isPrimitiveOrVoid()) {
            ordered.add(javac.syms().objectType);
        }
        return ordered;
    }

    private void collect(Type type, List<Type> found, Set<TypeSymbol> seen) {
        if (type.hasTag(TypeTag.ARRAY)) {
            found.add(javac.syms().arrayClass.type);
            return;
        }
        var bound = javac.types().skipTypeVars(type, false);
        if (bound.isIntersection()) {
            javac.types().directSupertypes(bound).forEach(part -> collect(part, found, seen));
        } else if (bound.hasTag(TypeTag.CLASS) && seen.add(bound.tsym)) {
            found.add(bound);
            collect(javac.types().supertype(bound), found, seen);
            javac.types().interfaces(bound).forEach(part -> collect(part, found, seen));
        }
    }
}
