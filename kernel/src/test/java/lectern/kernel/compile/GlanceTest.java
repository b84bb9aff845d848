package lectern.kernel.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private final LiveCompiler compiler = new LiveCompiler(List.of());
    private final SessionScope scope = new SessionScope(compiler.context);
    private final CellReader reader = new CellReader(compiler.context);
    private final ImportList imports = new ImportList(compiler, reader);
    private final Glance glance = new Glance(compiler, scope, reader, imports, _ -> Optional.empty());

    private static final String CELL =
            "import java.util.List;\nint kept = 1; class Kept { class Inner { } }\nkept + List.of().size();";

    private String glance(Runnable before) {
        return glance.at(glance.read(CELL), compiler.names.fromString("kept"), -1, (spot, unit) -> {
            before.run();
            return spot.flatMap(Spot::symbol).orElseThrow() + " " + unit.types.size() + " "
                    + scope.all().size();
        });
    }

    @Test
    void theCellIsThereWhileItIsLookedAt() {
        assertEquals("kept 1 2", glance(() -> {}));
    }

    @Test
    void nothingIsThereAfterwards() {
        glance(() -> {});
        assertNothingLeft();
    }

    @Test
    void nothingIsThereAfterAFailure() {
        var failure = new IllegalStateException("on purpose");
        assertEquals(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> glance(() -> {
                            throw failure;
                        })));
        assertNothingLeft();
        assertEquals("kept 1 2", glance(() -> {}));
    }

    @Test
    void aFailureOfJavacLeavesNothingEither() {
        compiler.attr.watch(compiler.names.fromString("kept"), (_, _) -> {});
        var cell = glance.read(CELL);
        // A tree that javac cannot attribute: it stops in the middle of a method.
        var last = (com.sun.tools.javac.tree.JCTree.JCExpressionStatement)
                cell.units().getLast().trees().head;
        last.expr = null;
        assertThrows(
                RuntimeException.class, () -> glance.at(cell, compiler.names.fromString("nowhere"), -1, (_, _) -> ""));
        assertNothingLeft();
        assertEquals("kept 1 2", glance(() -> {}));
    }

    private void assertNothingLeft() {
        assertEquals(List.of(), scope.all());
        assertEquals(List.of(), compiler.problems());
        for (var name : List.of("cells.Kept", "cells.Kept$Inner", "cells." + CellNames.DRAFT)) {
            assertEquals(
                    null, compiler.syms.getClass(compiler.syms.unnamedModule, compiler.names.fromString(name)), name);
        }
        var source = new CellSource(1, "List<String> none;");
        var attempt =
                new Attempt(compiler, scope, List.of(new CellUnit(reader.read(source), "Cell1", false, compiler)));
        assertEquals(Optional.empty(), attempt.compile(imports.resolved()));
        assertTrue(
                compiler.problems().getFirst().message().startsWith("cannot find symbol"),
                compiler.problems().toString());
        scope.rollBack(0);
    }

    @Test
    void theCompilerStillTellsOfProblems() {
        var cells = new CellCompiler(List.of());
        var glance = cells.glance();
        glance.at(
                glance.read("wrong.wrong;"),
                com.sun.tools.javac.util.Names.instance(glance.context()).fromString("wrong"),
                -1,
                (spot, _) -> spot);
        var refused = assertInstanceOf(
                CellCompiler.Result.Refused.class, cells.compile(new CellSource(1, "int i = \"text\";")));
        assertEquals(1, refused.problems().size());
    }
}
