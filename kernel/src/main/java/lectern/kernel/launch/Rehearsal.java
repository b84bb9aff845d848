package lectern.kernel.launch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import lectern.kernel.channel.ConnectionInfo;
import lectern.kernel.channel.FrontEnd;

/// Runs a kernel in this JVM and plays the beginning of a notebook to it, over its sockets.
///
/// The installer keeps the classes that this loads, so that a kernel need not begin with nothing at each start.
final class Rehearsal {

    private static final List<String> CELLS = List.of(
            "1 + 1",
            "var numbers = List.of(1, 2, 3).stream().map(n -> n * 2).toList();\nnumbers",
            "System.out.printf(\"%d %.2f%n\", 3, 2.5);",
            "record Pair(int a, int b) { int sum() { return a + b; } }\nnew Pair(1, 2).sum()",
            "int twice(int n) { return 2 * n; }\nfor (int i = 0; i < 3; i++) { System.out.println(twice(i)); }",
            "chart(\"loss\").show().add(1, 0.5);",
            "var random = new SplittableRandom(1);\n"
                    + "var model = sequential(dense(3, 4, random), tanh(), dense(4, 2, random));\n"
                    + "train(model, Examples.labelled(Tensor.zeros(2, 3), new int[] {0, 1}))"
                    + ".loss(crossEntropy()).optimizer(adam(1e-3)).batchSize(2).epochs(1).seed(1).run();",
            "unknown + 1");

    private Rehearsal() {}

    static void run() throws IOException, InterruptedException {
        var connection = ConnectionInfo.onFreePorts();
        Thread.ofPlatform().daemon().name("front end").start(() -> play(connection));
        Kernel.run(connection, PastSessions.none(), false);
    }

    private static void play(ConnectionInfo connection) {
        try (var frontEnd = new FrontEnd(connection)) {
            frontEnd.ask("kernel_info_request", new JsonObject());
            for (var cell : CELLS) {
                var content = new JsonObject();
                content.addProperty("code", cell);
                frontEnd.ask("execute_request", content);
            }
            frontEnd.ask("shutdown_request", new JsonObject());
        }
    }
}
