package lectern.kernel.compile;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final Holders holders = new Holders();
    private final Dependents dependents;

    /// @param options options for javac
    public CellCompiler(List<String> options) {
        compiler = new LiveCompiler(options);
        scope = new SessionScope(compiler.context);
        reader = new CellReader(compiler.context);
        imports = new ImportList(compiler, reader);
        dependents = new Dependents(compiler, scope, reader, imports, holders);
        compiler.finder.lookIn(scope::type);
    }

    /// Compiles a cell. What it declares is known from here on, until [#undo()].
    ///
    /// @throws CompilerFailure if the compiler itself fails; nothing has changed then
    public Result compile(CellSource source) {
        dependents.begin();
        try {
            return compileSegments(source);
        } catch (RuntimeException | Error e) {
            undo();
            throw new CompilerFailure(e);
        }
    }

    /// Takes back all that the last compilation declared.
    public void undo() {
        dependents.undo();
    }

    private Result compileSegments(CellSource source) {
        var parsed = reader.read(source);
        if (!parsed.problems().isEmpty()) {
            return new Result.Refused(withSemicolons(source, parsed.problems()));
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

    /// Behind a missing semicolon reading goes on well, and finds the next one.
    private List<Problem> withSemicolons(CellSource source, List<Problem> problems) {
        if (!problems.stream().allMatch(Problem::isMissingSemicolon)) {
            return problems;
        }
        var all = new ArrayList<>(problems);
        reader.readOver(source).problems().stream()
                .filter(Problem::isMissingSemicolon)
                .filter(problem -> problem.position() > problems.getLast().position())
                .forEach(all::add);
        return all;
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
        var names = Names.of(first, dependents.declarations());
        var cell = first;
        boolean asExpression = first.lastAsExpression().isPresent();
        var adopted = dependents.of(names);
        var repairs = new Repairs();
        int changes = scope.changes();
        var holder = holders.next(first.source().cell());
        while (true) {
            var read = asExpression ? cell.withExpression() : cell;
            var units = new ArrayList<CellUnit>();
            units.add(unit(read, names, repairs, holder));
            dependents.adopt(adopted, repairs, units);
            var attempt = new Attempt(compiler, scope, units);
            var classes = attempt.compile(imports.resolved());
            if (classes.isPresent()) {
                return new Result.Compiled(List.of(dependents.finish(units, attempt, classes.get(), repairs)));
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

    private CellUnit unit(ParsedCell cell, Names names, Repairs repairs, String holder) {
        var kept = cell.units().stream()
                .filter(unit -> !names.isUnchanged(unit) && !repairs.isParked(cell.source(), unit))
                .toList();
        var unit = new CellUnit(cell.with(kept), holder, false, compiler);
        repairs.apply(unit);
        return unit;
    }

    /// Takes back the variables that have not got a value, as their cell failed before; those of the same names from
    /// before are there again.
    ///
    /// @return classes to load, of declarations that use them
    public CompiledCell takeBack(List<TopVariable> unreached) {
        return dependents.takeBack(unreached);
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
                        TypeName.of(variable.type),
                        ((ClassSymbol) variable.owner).flatname.toString()));
            }
        }
        return variables;
    }

    /// The import declarations that hold for every cell, the earliest first.
    public List<String> imports() {
        return imports.declarations();
    }

    /// Shows to others what this knows.
    public Glance glance() {
        return new Glance(
                compiler,
                scope,
                reader,
                imports,
                symbol -> dependents.declarations().of(symbol));
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
