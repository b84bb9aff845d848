package lectern.kernel.compile;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Scope.WriteableScope;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.Completer;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the cells have declared and every cell sees: to javac the members of a class that surrounds all cells.
///
/// The symbols are those of the compilation that declared them; each remembers the class of its cell as its owner.
final class SessionScope {

    private final ClassSymbol symbol;
    private final WriteableScope members;
    private final Types types;
    private final Names names;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    SessionScope(Context context) {
        var syms = Symtab.instance(context);
        types = Types.instance(context);
        names = Names.instance(context);
        symbol = syms.enterClass(
                syms.unnamedModule, names.fromString(CellNames.PACKAGE + ".Session" + CellNames.HIDDEN));
        symbol.completer = Completer.NULL_COMPLETER;
        symbol.flags_field = Flags.PUBLIC | Flags.STATIC;
        symbol.members_field = WriteableScope.create(symbol);
        var type = (Type.ClassType) symbol.type;
        type.typarams_field = List.nil();
        type.allparams_field = List.nil();
        type.supertype_field = syms.objectType;
        type.interfaces_field = List.nil();
        type.setEnclosingType(Type.noType);
        members = symbol.members_field;
    }

    /// The class whose members these are.
    ClassSymbol symbol() {
        return symbol;
    }

    /// From here on, changes can be undone.
    void begin() {
        undo.clear();
    }

    /// How much has changed since [#begin()].
    int changes() {
        return undo.size();
    }

    /// Takes back what was changed since there were so many changes.
    void rollBack(int changes) {
        while (undo.size() > changes) {
            undo.pop().run();
        }
    }

    /// Declares a symbol in place of what it declares anew, and gives that.
    @Nullable
    Symbol enter(Symbol added) {
        var former = former(added);
        if (former != null) {
            remove(former);
        }
        members.enter(added);
        undo.push(() -> members.remove(added));
        return former;
    }

    /// Takes a symbol out.
    void remove(Symbol removed) {
        members.remove(removed);
        undo.push(() -> members.enter(removed));
    }

    private @Nullable Symbol former(Symbol added) {
        for (var known : members.getSymbolsByName(added.name)) {
            if (known.kind == added.kind
                    && (!(known instanceof MethodSymbol)
                            || types.hasSameArgs(types.erasure(known.type), types.erasure(added.type)))) {
                return known;
            }
        }
        return null;
    }

    Optional<VarSymbol> variable(Name name) {
        for (var known : members.getSymbolsByName(name)) {
            if (known instanceof VarSymbol variable) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    /// Whether there is another method of this name.
    boolean isOverloaded(MethodSymbol method) {
        for (var known : members.getSymbolsByName(method.name)) {
            if (known instanceof MethodSymbol other && !other.equals(method)) {
                return true;
            }
        }
        return false;
    }

    Optional<ClassSymbol> type(String name) {
        for (var known : members.getSymbolsByName(names.fromString(name))) {
            if (known instanceof ClassSymbol type) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// Everything that is declared.
    java.util.List<Symbol> all() {
        var all = new ArrayList<Symbol>();
        members.getSymbols().forEach(all::add);
        return all;
    }
}
