package lectern.kernel.compile;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiles one cell after the other, each in one task, into classes that use what the cells before have declared.
///
/// What is declared anew takes effect in what was declared before it: a method of the same type is exchanged behind
/// its name by whoever loads the classes; where a type has changed, the methods and classes that use it are compiled
/// again together with the cell.
public final class CellCompiler {

    /// How a compilation ended.
    public sealed interface Result {

        /// In one part, or in several to be run one after the other where a cell declares a name twice.
        record Compiled(List<CompiledCell> parts) implements Result {}

        /// The cell is not Java, or does not fit what there is; nothing has changed.
        record Refused(List<Problem> problems) implements Result {}
    }

    private final LiveCompiler compiler;
    private final SessionScope scope;
    private final CellReader reader;
    private final ImportList imports;
    private int latestCell = -1;
    private int versions;
    private Declarations declarations = new Declarations();
    private Declarations before = declarations;

    /// @param options options for javac
    public CellCompiler(List<String> options) {
        compiler = new LiveCompiler(options);
        scope = new SessionScope(compiler.context);
        reader = new CellReader(compiler.context);
        imports = new ImportList(compiler, reader);
        compiler.finder.lookIn(scope::type);
    }

    /// Compiles a cell. What it declares is known from here on, until [#undo()].
    ///
    /// @throws CompilerFailure if the compiler itself fails; nothing has changed then
    public Result compile(CellSource source) {
        scope.begin();
        before = declarations.copy();
        try {
            return compileSegments(source);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            undo();
            throw new CompilerFailure(e);
        }
    }

    /// Takes back all that the last compilation declared.
    public void undo() {
        scope.rollBack(0);
        declarations = before;
    }

    private Result compileSegments(CellSource source) {
        var parsed = reader.read(source);
        if (!parsed.problems().isEmpty()) {
            return new Result.Refused(parsed.problems());
        }
        var segments = Segments.of(parsed);
        var parts = new ArrayList<CompiledCell>();
        for (int i = 0; i < segments.size(); i++) {
            var again = new Rereading(source, segments, i);
            var result = compile(again, segments.get(i));
            if (result instanceof Result.Refused) {
                undo();
                return result;
            }
            parts.addAll(((Result.Compiled) result).parts());
        }
        return new Result.Compiled(parts);
    }

    /// A segment of a cell, parsed once more, as a compilation uses its trees up.
    private final class Rereading {

        private final CellSource source;
        private final int from;
        private final int to;

        Rereading(CellSource source, List<ParsedCell> segments, int index) {
            this.source = source;
            int before = 0;
            for (int i = 0; i < index; i++) {
                before += segments.get(i).units().size();
            }
            from = before;
            to = before + segments.get(index).units().size();
        }

        ParsedCell read() {
            var all = reader.read(source);
            return all.with(all.units().subList(from, to));
        }
    }

    private Result compile(Rereading again, ParsedCell first) {
        compiler.begin();
        var restoreImports = imports.add(first);
        if (compiler.failed()) {
            return new Result.Refused(compiler.problems());
        }
        var names = Names.of(first, declarations);
        var cell = first;
        boolean asExpression = first.lastAsExpression().isPresent();
        var adopted = declarations.affected(names.added(), names.replaced(), Set.of());
        adopted.removeIf(names::isDeclaredBy);
        var repairs = new Repairs();
        int changes = scope.changes();
        var holder = nextHolder(first.source().cell());
        while (true) {
            var read = asExpression ? cell.withExpression() : cell;
            var units = new ArrayList<CellUnit>();
            units.add(unit(read, names, repairs, holder));
            adopt(adopted, repairs, units);
            var attempt = new Attempt(compiler, scope, units);
            var classes = attempt.compile(imports.resolved());
            if (classes.isPresent()) {
                return new Result.Compiled(List.of(finish(units, attempt, classes.get(), repairs)));
            }
            var problems = compiler.problems();
            scope.rollBack(changes);
            cell = again.read();
            if (asExpression) {
                asExpression = false;
            } else if (!repairs.learn(problems, units)) {
                restoreImports.run();
                var own = problems.stream()
                        .filter(problem -> problem.source() == first.source())
                        .toList();
                return new Result.Refused(own.isEmpty() ? problems : own);
            }
        }
    }

    private static Map<String, CellSource> sources(List<CellUnit> units) {
        var sources = new LinkedHashMap<String, CellSource>();
        units.forEach(unit -> sources.put(unit.holderName, unit.cell.source()));
        return sources;
    }

    /// The classes of several attempts.
    private record Made(Map<String, byte[]> classes, Map<String, CellSource> sources) {}

    private CellUnit unit(ParsedCell cell, Names names, Repairs repairs, String holder) {
        var kept = cell.units().stream()
                .filter(unit -> !names.isUnchanged(unit) && !repairs.isParked(cell.source(), unit))
                .toList();
        var unit = new CellUnit(cell.with(kept), holder, false, compiler);
        repairs.apply(unit);
        return unit;
    }

    private void adopt(Set<Declaration> adopted, Repairs repairs, List<CellUnit> units) {
        for (var declaration : adopted) {
            if (!repairs.isParked(declaration)) {
                var cell = reader.read(declaration.source(), declaration.start(), declaration.end());
                var unit = new CellUnit(cell, nextHolder(declaration.source().cell()), true, compiler);
                repairs.apply(unit);
                units.add(unit);
            }
        }
    }

    private String nextHolder(int cell) {
        if (cell > latestCell) {
            latestCell = cell;
            return CellNames.simple(cell, 0);
        }
        return CellNames.simple(cell, ++versions);
    }

    /// Keeps what was declared, and compiles again what it has changed the types of.
    private CompiledCell finish(List<CellUnit> units, Attempt attempt, Map<String, byte[]> classes, Repairs repairs) {
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
        return (one.flags() & com.sun.tools.javac.code.Flags.FINAL) == 0
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
    public CompiledCell takeBack(List<TopVariable> unreached) {
        scope.begin();
        var changed = new HashSet<String>();
        for (var variable : unreached) {
            var symbol = variable.symbol;
            if (symbol != null && !variable.isAssignedOnly()) {
                scope.remove(symbol);
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

    /// The simple names of the classes of cells that are still needed to find what is declared.
    public Set<String> liveHolders() {
        var live = new HashSet<String>();
        for (var symbol : scope.all()) {
            var owner = symbol instanceof ClassSymbol type ? type : (ClassSymbol) symbol.owner;
            live.add(CellNames.outer(owner.flatname.toString()));
        }
        return live;
    }

    /// The variables that are declared, the earliest first.
    public List<DeclaredVariable> variables() {
        var variables = new ArrayList<DeclaredVariable>();
        for (var symbol : scope.all()) {
            if (symbol instanceof VarSymbol variable) {
                variables.addFirst(new DeclaredVariable(
                        variable.name.toString(),
                        Signature.name(variable.type),
                        ((ClassSymbol) variable.owner).flatname.toString()));
            }
        }
        return variables;
    }

    /// The import declarations that hold for every cell, the earliest first.
    public List<String> imports() {
        return imports.declarations();
    }

    /// Knows what this does; asked while nothing is compiled.
    public Assistant assistant() {
        return new Assistant(
                compiler,
                new Glance(compiler, scope, reader, imports),
                new Documentation(compiler.context, symbol -> declarations.of(symbol)));
    }

    /// Whether a text could be run as it stands.
    public List<Problem> read(CellSource source) {
        return reader.read(source).problems();
    }

    /// Makes a jar or a folder of classes known to the cells that follow.
    public void addToClassPath(Path path) throws IOException {
        compiler.addToClassPath(path);
    }
}
