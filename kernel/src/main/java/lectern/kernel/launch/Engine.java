package lectern.kernel.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.JShellEvaluator;
import lectern.kernel.preload.Imports;

/// The evaluator, built on a thread of its own so that the kernel answers while javac warms up.
final class Engine {

    private static final String VECTOR = "jdk.incubator.vector";

    private final CompletableFuture<Evaluator> evaluator = new CompletableFuture<>();

    private Engine() {}

    /// @param prepare what else is to be done before the first cell
    static Engine start(Consumer<Evaluator> prepare) {
        var engine = new Engine();
        Thread.ofPlatform().daemon().name("engine").start(() -> {
            try {
                var evaluator = create();
                prepare.accept(evaluator);
                engine.evaluator.complete(evaluator);
            } catch (RuntimeException | Error e) {
                engine.evaluator.completeExceptionally(e);
            }
        });
        return engine;
    }

    /// Waits until it is built.
    Evaluator evaluator() {
        return evaluator.join();
    }

    /// Interrupts the cell that runs; before the evaluator is built there is none.
    void interrupt() {
        var built = evaluator.getNow(null);
        if (built != null) {
            built.interrupt();
        }
    }

    private static Evaluator create() {
        var options = new ArrayList<>(List.of("-Xlint:none"));
        if (ModuleLayer.boot().findModule(VECTOR).isPresent()) {
            options.add("--add-modules=" + VECTOR);
        }
        var evaluator =
                new JShellEvaluator(Imports.declarations(), options, note -> System.err.println("note: " + note));
        // The first evaluation loads most of javac; better now than in the first cell.
        evaluator.evaluate(0, "1 + 1");
        return evaluator;
    }
}
