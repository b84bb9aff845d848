package lectern.figure;

import java.util.Locale;
import lectern.nn.recurrent.Recurrent;

/// A recurrent layer unrolled in time: one box for each time step, all with the same weights.
final class UnrolledDiagram {

    private static final int MOST_STEPS = 20;

    private UnrolledDiagram() {}

    static Diagram of(Recurrent layer, int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("unrolled: expected 1 to " + MOST_STEPS + " time steps, found " + steps);
        }
        String state = layer.zeroState(1).parts().size() > 1 ? "h, c" : "h";
        var diagram = new Diagram().title(layer.toString());
        diagram.node("s0", state.replace("h", "h(0)").replace("c", "c(0)")).at(0, 1);
        for (int t = 1; t <= steps; t++) {
            diagram.node("y" + t, "y(" + t + ")").at(t, 0);
            diagram.operation("c" + t, layer.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .at(t, 1);
            diagram.node("x" + t, "x(" + t + ")").at(t, 2);
            diagram.edge("x" + t, "c" + t).edge("c" + t, "y" + t);
            diagram.edge(t == 1 ? "s0" : "c" + (t - 1), "c" + t, state);
        }
        return diagram;
    }
}
