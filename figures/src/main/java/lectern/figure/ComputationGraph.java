package lectern.figure;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import lectern.nn.autograd.Var;

/// What a variable was computed from, as a diagram: the way that gradients go back, read forwards.
final class ComputationGraph {

    /// Larger graphs cannot be read; of those the operations nearest to the result are drawn.
    private static final int BOXES = 40;

    private final Diagram diagram = new Diagram().downwards();
    private final IdentityHashMap<Var, String> names = new IdentityHashMap<>();
    private final ArrayDeque<Var> waiting = new ArrayDeque<>();
    private boolean cut;

    private ComputationGraph() {}

    static Diagram of(Var result) {
        return new ComputationGraph().drawn(result);
    }

    private Diagram drawn(Var result) {
        name(result);
        while (!waiting.isEmpty()) {
            Var at = waiting.removeFirst();
            String box = at(at);
            // What is multiplied by itself needs no second arrow.
            for (Var argument : at.from().stream().distinct().toList()) {
                if (names.size() < BOXES || names.containsKey(argument)) {
                    name(argument);
                    diagram.edge(at(argument), box);
                } else {
                    cut = true;
                }
            }
        }
        return cut ? diagram.title("the last " + names.size() + " steps of a larger computation") : diagram;
    }

    private String at(Var variable) {
        String name = names.get(variable);
        if (name == null) {
            throw new IllegalStateException("graph: expected a variable with a box, found none");
        }
        return name;
    }

    private void name(Var variable) {
        if (names.containsKey(variable)) {
            return;
        }
        String name = "v" + names.size();
        names.put(variable, name);
        waiting.addLast(variable);
        String shape = variable.shape().rank() == 0 ? "" : "\n" + variable.shape();
        if (variable.from().isEmpty()) {
            diagram.node(name, (variable.isTracked() ? "variable" : "constant") + shape);
        } else {
            diagram.operation(name, variable.operation() + shape);
        }
    }
}
