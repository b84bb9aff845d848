package lectern.kernel.compile;

import com.sun.tools.javac.util.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Looks at a cell as if it was to be compiled, and leaves nothing of it behind, whatever happens.
final class Glance {

    private final LiveCompiler compiler;
    private final SessionScope scope;
    private final CellReader reader;
    private final ImportList imports;
    private @Nullable Spot spot;

    Glance(LiveCompiler compiler, SessionScope scope, CellReader reader, ImportList imports) {
        this.compiler = compiler;
        this.scope = scope;
        this.reader = reader;
        this.imports = imports;
    }

    /// Reads a text over all that is wrong in it.
    ParsedCell read(String text) {
        return reader.readOver(new CellSource(0, text));
    }

    /// Finds out what is known where a name is used, and asks what follows from it, while the cell is still there.
    ///
    /// @param position of the use, as javac counts; -1 for any
    /// @param ask is given nothing if javac did not come to the name
    <T> T at(ParsedCell cell, Name name, int position, BiFunction<Optional<Spot>, CellUnit, T> ask) {
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
