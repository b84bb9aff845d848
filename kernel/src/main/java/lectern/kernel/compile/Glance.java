package lectern.kernel.compile;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at a cell as if it was to be compiled, and leaves nothing of it behind, whatever happens. While nothing is
/// compiled, as it uses the same compiler.
public final class Glance {

    private final LiveCompiler compiler;
    private final SessionScope scope;
    private final CellReader reader;
    private final ImportList imports;
    private final Function<Symbol, Optional<Declaration>> declared;
    private @Nullable Spot spot;

    /// @param declared the declaration of what a cell has declared
    Glance(
            LiveCompiler compiler,
            SessionScope scope,
            CellReader reader,
            ImportList imports,
            Function<Symbol, Optional<Declaration>> declared) {
        this.compiler = compiler;
        this.scope = scope;
        this.reader = reader;
        this.imports = imports;
        this.declared = declared;
    }

    /// Where the parts of javac are found.
    public Context context() {
        return compiler.context;
    }

    /// The jars and folders that cells see.
    public List<Path> classPath() {
        return compiler.classPath();
    }

    /// What a cell has declared a method or a class by.
    public Optional<Declaration> declaration(Symbol symbol) {
        return declared.apply(symbol);
    }

    /// Reads a text over all that is wrong in it.
    public ParsedCell read(String text) {
        return reader.readOver(new CellSource(0, text));
    }

    /// Finds out what is known where a name is used, and asks what follows from it, while the cell is still there.
    ///
    /// @param position of the use, as javac counts; -1 for any
    /// @param ask is given nothing if javac did not come to the name
    public <T> T at(ParsedCell cell, Name name, int position, BiFunction<Optional<Spot>, CellUnit, T> ask) {
        var restoreImports = imports.add(cell);
        var unit = new CellUnit(cell, CellNames.DRAFT, false, compiler);
        var attempt = new Attempt(compiler, scope, List.of(unit));
        scope.begin();
        spot = null;
        compiler.listen(false);
        compiler.attr.watch(name, (tree, env) -> {
            if (position < 0 || tree.pos == position) {
                see(Spot.of(tree, env));
            }
        });
        try {
            attribute(attempt);
            return ask.apply(Optional.ofNullable(spot), unit);
        } finally {
            spot = null;
            compiler.attr.watch(null, (_, _) -> {});
            compiler.listen(true);
            attempt.forget();
            scope.rollBack(0);
            restoreImports.run();
            compiler.begin();
        }
    }

    /// javac may fail on a text that it has read over errors; what was seen until then is true.
    private void attribute(Attempt attempt) {
        try {
            attempt.attribute(imports.resolved());
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            if (spot == null) {
                throw e;
            }
        }
    }

    private void see(Spot next) {
        if (spot == null || !next.isVaguerThan(spot)) {
            spot = next;
        }
    }
}
