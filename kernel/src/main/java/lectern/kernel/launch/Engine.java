package lectern.kernel.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lectern.kernel.eval.CompilingEvaluator;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.JShellEvaluator;
import lectern.kernel.preload.Imports;

/// The evaluator, built on a thread of its own so that the kernel answers while javac warms up.
final class Engine {

    private static final String VECTOR = "jdk.incubator.vector";
    private static final String COMPILER = "compiler";
    private static final String JSHELL = "jshell";

    /// What first cells are made of: each loads and warms another part of javac and the library.
    private static final List<String> REHEARSAL = List.of(
            "if (Stream.of(1, 2).map(i -> i * 2).toList().isEmpty()) { String.format(\"%d %.2f\", 1, 0.5); }",
            "class Rehearsal { final int number; Rehearsal(int number) { this.number = number; } }",
            "int rehearse(int n) { return n; }");

    private final CompletableFuture<EngineSwitch> evaluator = new CompletableFuture<>();
    private volatile boolean wanted;

    private Engine() {}

    /// @param prepare what else is to be done before the first cell
    /// @param afterwards what can wait until the first cell is no longer kept waiting by it
    static Engine start(Consumer<Evaluator> prepare, Runnable afterwards) {
        var engine = new Engine();
        Thread.ofPlatform().daemon().name("engine").start(() -> {
            try {
                var evaluator = engine.create();
                prepare.accept(evaluator);
                engine.evaluator.complete(evaluator);
            } catch (RuntimeException | Error e) {
                engine.evaluator.completeExceptionally(e);
            }
            afterwards.run();
        });
        return engine;
    }

    /// Waits until it is built.
    EngineSwitch evaluator() {
        wanted = true;
        return evaluator.join();
    }

    /// Interrupts the cell that runs; before the evaluator is built there is none.
    void interrupt() {
        var built = evaluator.getNow(null);
        if (built != null) {
            built.interrupt();
        }
    }

    private EngineSwitch create() {
        var options = new ArrayList<>(List.of("-Xlint:none"));
        if (ModuleLayer.boot().findModule(VECTOR).isPresent()) {
            options.add("--add-modules=" + VECTOR);
        }
        var imports = Imports.declarations();
        Consumer<String> notes = note -> System.err.println("note: " + note);
        var evaluator = new EngineSwitch(
                Map.of(
                        COMPILER, () -> new CompilingEvaluator(imports, options, notes),
                        JSHELL, () -> new JShellEvaluator(imports, options, notes)),
                System.getenv().getOrDefault("LECTERN_ENGINE", COMPILER));
        // The first evaluation loads most of javac; better now than in the first cell.
        evaluator.rehearse("1 + 1");
        for (var cell : REHEARSAL) {
            if (!wanted) {
                evaluator.rehearse(cell);
            }
        }
        return evaluator;
    }
}
