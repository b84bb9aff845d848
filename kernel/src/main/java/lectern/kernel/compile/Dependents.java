package lectern.kernel.compile;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The declarations of earlier cells, compiled again where what they use has changed.
final class Dependents {

    /// The classes of several attempts.
    private record Made(Map<String, byte[]> classes, Map<String, CellSource> sources) {}

    private final LiveCompiler compiler;
    private final SessionScope scope;
    private final CellReader reader;
    private final ImportList imports;
    private final Holders holders;
    private Declarations declarations = new Declarations();
    private Declarations before = declarations;

    Dependents(LiveCompiler compiler, SessionScope scope, CellReader reader, ImportList imports, Holders holders) {
        this.compiler = compiler;
        this.scope = scope;
        this.reader = reader;
        this.imports = imports;
        this.holders = holders;
    }

    /// What cells have declared.
    Declarations declarations() {
        return declarations;
    }

    /// From here on, changes can be undone.
    void begin() {
        scope.begin();
        before = declarations.copy();
    }

    /// Takes back what has changed since [#begin()].
    void undo() {
        scope.rollBack(0);
        declarations = before;
    }

    /// Those that have to be compiled together with a cell, as they use what it declares.
    Set<Declaration> of(Names names) {
        var adopted = declarations.affected(names.added(), names.replaced(), Set.of());
        adopted.removeIf(names::isDeclaredBy);
        return adopted;
    }

    /// Reads declarations again, each as a unit of its own.
    void adopt(Set<Declaration> adopted, Repairs repairs, List<CellUnit> units) {
        for (var declaration : adopted) {
            if (!repairs.isParked(declaration)) {
                var cell = reader.read(declaration.source(), declaration.start(), declaration.end());
                var unit = new CellUnit(cell, holders.next(declaration.source().cell()), true, compiler);
                repairs.apply(unit);
                units.add(unit);
            }
        }
    }

    private static Map<String, CellSource> sources(List<CellUnit> units) {
        var sources = new LinkedHashMap<String, CellSource>();
        units.forEach(unit -> sources.put(unit.holderName, unit.cell.source()));
        return sources;
    }

    /// Keeps what was declared, and compiles again what it has changed the types of.
    CompiledCell finish(List<CellUnit> units, Attempt attempt, Map<String, byte[]> classes, Repairs repairs) {
        var all = new Made(new LinkedHashMap<>(classes), sources(units));
        var notes = new ArrayList<>(repairs.notes());
        var compiled = keep(units, attempt, repairs);
        var changed = new HashSet<String>();
        attempt.replaced.forEach((symbol, former) -> {
            if (!(symbol instanceof ClassSymbol) && !sameType(symbol, former)) {
                changed.add(symbol.name.toString());
            }
        });
        var affected = declarations.affected(changed, changed, compiled);
        var overloaded = declarations.callers(overloaded(units, attempt));
        overloaded.removeAll(compiled);
        affected.addAll(overloaded);
        recompile(affected, all, notes);
        var main = units.getFirst();
        return new CompiledCell(
                CellNames.PACKAGE + "." + main.holderName,
                all.classes,
                all.sources,
                main.runs.size(),
                main.hasValue(),
                List.copyOf(main.inOrder),
                notes);
    }

    private boolean sameType(Symbol one, Symbol other) {
        return (one.flags() & Flags.FINAL) == 0
                && compiler.types.isSameType(compiler.types.erasure(one.type), compiler.types.erasure(other.type))
                && (one instanceof MethodSymbol || compiler.types.isSameType(one.type, other.type));
    }

    private Set<Declaration> keep(List<CellUnit> units, Attempt attempt, Repairs repairs) {
        var compiled = new LinkedHashSet<Declaration>();
        attempt.replaced.values().forEach(declarations::remove);
        for (var unit : units) {
            unit.declarations.forEach((tree, declaration) -> {
                var symbol = tree instanceof JCClassDecl type ? type.sym : ((JCMethodDecl) tree).sym;
                var kept = declaration.waits(repairs.isWaiting(declaration));
                if (unit.isAdopted) {
                    drop(declaration);
                }
                declarations.put(symbol, kept);
                compiled.add(kept);
            });
        }
        units.stream()
                .filter(unit -> !unit.isAdopted)
                .forEach(unit -> unit.variableDeclarations().forEach(declarations::putVariable));
        for (var parked : repairs.parked()) {
            drop(parked);
            declarations.park(parked);
            compiled.add(parked);
        }
        return compiled;
    }

    /// Something that no longer compiles is not there any more.
    private void drop(Declaration declaration) {
        declarations.symbol(declaration).ifPresent(symbol -> {
            declarations.remove(symbol);
            scope.remove(symbol);
        });
    }

    /// The names of methods that are there for the first time with these parameters, beside others of their names.
    private Set<String> overloaded(List<CellUnit> units, Attempt attempt) {
        var names = new HashSet<String>();
        for (var unit : units) {
            for (var method : unit.methods) {
                if (!unit.isAdopted && !attempt.replaced.containsKey(method.sym) && scope.isOverloaded(method.sym)) {
                    names.add(method.name.toString());
                }
            }
        }
        return names;
    }

    private void recompile(Set<Declaration> affected, Made all, List<String> notes) {
        if (affected.isEmpty()) {
            return;
        }
        var repairs = new Repairs();
        int changes = scope.changes();
        while (true) {
            var units = new ArrayList<CellUnit>();
            adopt(affected, repairs, units);
            var attempt = new Attempt(compiler, scope, units);
            var made = units.isEmpty() ? Optional.of(Map.<String, byte[]>of()) : attempt.compile(imports.resolved());
            if (made.isPresent()) {
                keep(units, attempt, repairs);
                all.classes.putAll(made.get());
                all.sources.putAll(sources(units));
                notes.addAll(repairs.notes());
                return;
            }
            var problems = compiler.problems();
            scope.rollBack(changes);
            if (!repairs.learn(problems, units)) {
                throw new IllegalStateException("declarations of earlier cells no longer compile: " + problems);
            }
        }
    }

    /// Takes back the variables that have not got a value, as their cell failed before; those of the same names from
    /// before are there again.
    ///
    /// @return classes to load, of declarations that use them
    CompiledCell takeBack(List<TopVariable> unreached) {
        scope.begin();
        var changed = new HashSet<String>();
        for (var variable : unreached) {
            var symbol = variable.symbol;
            if (symbol != null && !variable.isAssignedOnly()) {
                scope.remove(symbol);
                declarations.remove(symbol);
                if (variable.former != null) {
                    scope.enter(variable.former);
                }
                changed.add(variable.name.toString());
            }
        }
        var made = new Made(new LinkedHashMap<>(), new LinkedHashMap<>());
        var notes = new ArrayList<String>();
        recompile(declarations.affected(changed, changed, Set.of()), made, notes);
        return new CompiledCell("", made.classes, made.sources, 0, false, List.of(), notes);
    }
}
