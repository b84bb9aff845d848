package lectern.kernel.compile;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.List;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One task of the compiler: some units together, against what the session has declared. It declares in the scope
/// what the units do; if it fails, whoever started it takes that back.
final class Attempt {

    private final LiveCompiler compiler;
    private final SessionScope scope;
    private final java.util.List<CellUnit> units;

    /// What was declared, with what it took the place of.
    final Map<Symbol, Symbol> replaced = new LinkedHashMap<>();

    Attempt(LiveCompiler compiler, SessionScope scope, java.util.List<CellUnit> units) {
        this.compiler = compiler;
        this.scope = scope;
        this.units = units;
    }

    /// Finds names and types, and stops there.
    void attribute(CellEnter.Imports imports) {
        compiler.begin();
        compiler.enter.use(imports);
        compiler.enter.surround(session(), this::entered);
        compiler.memberEnter.tell(this::declared);
        compiler.attr.tell(this::declared);
        compiler.enter(units.stream().map(unit -> unit.tree).toList());
        units.forEach(this::shareMethods);
        compiler.attribute();
    }

    /// The classes by their binary names; nothing if there were problems.
    Optional<Map<String, byte[]>> compile(CellEnter.Imports imports) {
        try {
            attribute(imports);
            if (compiler.failed() || units.stream().anyMatch(CellUnit::endsInVoidSwitch)) {
                return Optional.empty();
            }
            units.forEach(this::keepMembers);
            compiler.flow();
            if (compiler.failed()) {
                return Optional.empty();
            }
            var classes = compiler.generate(this::binaryName);
            return compiler.failed() ? Optional.empty() : Optional.of(classes);
        } finally {
            forget();
        }
    }

    /// Takes the classes of the units out of the compiler again; symbols that refer to them still do.
    void forget() {
        units.forEach(this::forget);
    }

    private JCClassDecl session() {
        var make = compiler.make.at(0);
        var tree = make.ClassDef(
                make.Modifiers(Flags.PUBLIC | Flags.STATIC),
                scope.symbol().name,
                List.nil(),
                null,
                List.nil(),
                List.nil());
        tree.sym = scope.symbol();
        tree.type = scope.symbol().type;
        return tree;
    }

    private void declare(Symbol symbol) {
        var former = scope.enter(symbol);
        if (former != null) {
            replaced.put(symbol, former);
        }
    }

    private void entered(JCCompilationUnit tree) {
        for (var unit : units) {
            if (unit.tree.equals(tree)) {
                unit.types.forEach(type -> declare(type.sym));
            }
        }
    }

    private String binaryName(String name) {
        for (var unit : units) {
            var binary = unit.binaryName(name);
            if (!binary.equals(name)) {
                return binary;
            }
        }
        return name;
    }

    /// Methods of all cells are looked for in one place, so that the best of all overloads is found.
    private void shareMethods(CellUnit unit) {
        for (var method : unit.methods) {
            if (method.sym != null) {
                unit.holder.sym.members_field.remove(method.sym);
                declare(method.sym);
            }
        }
    }

    private void declared(JCVariableDecl tree) {
        for (var unit : units) {
            var variable = unit.variables.get(tree);
            if (variable != null && tree.sym != null) {
                var symbol = variable.symbol == null ? declare(variable, tree.sym.type, unit) : variable.symbol;
                if (tree.sym.getConstValue() != null) {
                    symbol.setData(tree.sym.getConstValue());
                }
            }
        }
    }

    private VarSymbol declare(TopVariable variable, Type type, CellUnit unit) {
        var former = scope.variable(variable.name).orElse(null);
        long flags = Flags.PUBLIC | Flags.STATIC | variable.flags;
        variable.former = former;
        if (former != null
                && (flags & Flags.FINAL) == 0
                && former.flags() == flags
                && compiler.types.isSameType(former.type, type)) {
            variable.symbol = former;
            return former;
        }
        var symbol = new VarSymbol(flags, variable.name, type, unit.holder.sym);
        symbol.pos = variable.tree.pos;
        variable.symbol = symbol;
        declare(symbol);
        return symbol;
    }

    /// From here on the members of the class of a cell are what its class file will hold.
    private void keepMembers(CellUnit unit) {
        unit.settle(compiler.syms);
        for (var method : unit.methods) {
            unit.holder.sym.members_field.enter(method.sym);
        }
        unit.declareFields(unit.holder.sym, compiler.types);
        mark(unit, false);
    }

    /// A field is final for the cells to come; the method that gives it its value is not its initialiser.
    private static void mark(CellUnit unit, boolean isFinal) {
        for (var variable : unit.inOrder) {
            var symbol = variable.symbol;
            if (symbol != null && (variable.flags & Flags.FINAL) != 0) {
                symbol.flags_field = isFinal ? symbol.flags_field | Flags.FINAL : symbol.flags_field & ~Flags.FINAL;
            }
        }
    }

    private void forget(CellUnit unit) {
        mark(unit, true);
        var all = new ArrayList<>(unit.types);
        all.add(unit.holder);
        for (var type : all) {
            if (type.sym != null) {
                type.sym.packge().members().remove(type.sym);
                forget(type);
            }
        }
    }

    private void forget(JCClassDecl type) {
        if (type.sym != null) {
            compiler.forget(type.sym);
        }
        for (var member : type.defs) {
            if (member instanceof JCClassDecl inner) {
                forget(inner);
            }
        }
    }
}
