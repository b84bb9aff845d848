package lectern.kernel.launch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lectern.kernel.eval.CompilingEvaluator;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.JShellEvaluator;
import lectern.kernel.preload.Imports;

/// The evaluator, built on a thread of its own so that the kernel answers while javac warms up.
///
/// The first result comes first. A cell that waits already is run as soon as there is an evaluator, and what makes
/// later cells quick begins after it.
final class Engine {

    private static final String COMPILER = "compiler";
    private static final String JSHELL = "jshell";

    /// What first cells are made of: each loads and warms another part of javac and the library.
    private static final List<String> REHEARSAL = List.of(
            "var numbers = Stream.of(1, 2).map(i -> i * 2).toList();\nString.format(\"%d %.2f\", numbers.size(), 0.5)",
            "class Rehearsal { final int number; Rehearsal(int number) { this.number = number; } }\n"
                    + "for (int i = 0; i < 2; i++) { new Rehearsal(i); }",
            "record Pair(int a, int b) {}\nint rehearse(int n) { return n; }\nrehearse(new Pair(1, 2).a())");

    private final CompletableFuture<EngineSwitch> evaluator = new CompletableFuture<>();
    private final Lull lull = new Lull();
    private volatile boolean wanted;

    private Engine() {}

    /// @param prepare what else is to be done before the first cell
    /// @param afterwards what can wait until the first cell is no longer kept waiting by it
    static Engine start(Consumer<EngineSwitch> prepare, Runnable afterwards) {
        var engine = new Engine();
        Thread.ofPlatform().daemon().name("engine").start(() -> {
            engine.build(prepare);
            try {
                engine.lull.await();
                afterwards.run();
                engine.rehearse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return engine;
    }

    /// Waits until it is built.
    EngineSwitch evaluator() {
        wanted = true;
        return evaluator.join();
    }

    /// Hears of a cell that has come.
    void cellBegins() {
        wanted = true;
        lull.cellBegins();
    }

    /// Hears that a cell has its result.
    void cellEnds() {
        lull.cellEnds();
    }

    /// Interrupts the cell that runs; before the evaluator is built there is none.
    void interrupt() {
        var built = evaluator.getNow(null);
        if (built != null) {
            built.interrupt();
        }
    }

    private void build(Consumer<EngineSwitch> prepare) {
        try {
            var built = new EngineSwitch(
                    Map.of(COMPILER, Engine::compiler, JSHELL, Engine::jshell),
                    System.getenv().getOrDefault("LECTERN_ENGINE", COMPILER));
            prepare.accept(built);
            // The first evaluation loads most of javac; better now than in the first cell, unless that one is here.
            if (!wanted) {
                built.rehearse("1 + 1");
            }
            lull.ready();
            evaluator.complete(built);
        } catch (RuntimeException | Error e) {
            evaluator.completeExceptionally(e);
        }
    }

    /// Warms the compiler on an evaluator that is thrown away: nothing of it is left, and no cell has to wait for it.
    private void rehearse() throws InterruptedException {
        try (var other = compiler()) {
            for (var cell : REHEARSAL) {
                lull.await();
                other.evaluate(0, cell);
            }
        }
    }

    private static CompilingEvaluator compiler() {
        return new CompilingEvaluator(Imports.declarations(), options(), Engine::note);
    }

    private static JShellEvaluator jshell() {
        return new JShellEvaluator(Imports.declarations(), options(), Engine::note);
    }

    private static List<String> options() {
        return VectorModule.exists() ? List.of("-Xlint:none", VectorModule.FROM_THE_START) : List.of("-Xlint:none");
    }

    private static void note(String note) {
        System.err.println("note: " + note);
    }
}
