package lectern.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// A layer of ours, forward and backward, in memory that the next call uses again.
final class OurBackward implements Task {

    private final Supplier<Var> function;
    private final Tensor dy;
    private final List<Var> variables;
    private final Arena arena = new Arena();
    private Tensor y = Tensor.scalar(0);

    private OurBackward(Tensor dy, Supplier<Var> function, Var... variables) {
        this.function = function;
        this.dy = dy;
        this.variables = List.of(variables);
    }

    static OurBackward of(Lstm work) {
        int gates = 4 * work.hidden();
        var x = Var.of(Tensor.of(Shape.of(work.steps(), work.batch(), work.in()), work.x()));
        var layer = new lectern.nn.recurrent.Lstm(
                Var.of(Tensor.of(Shape.of(gates, work.in()), work.inputWeight())),
                Var.of(Tensor.of(Shape.of(gates, work.hidden()), work.hiddenWeight())),
                Var.of(Tensor.of(Shape.of(1, gates), work.bias())));
        return new OurBackward(
                Tensor.of(Shape.of(work.steps(), work.batch(), work.hidden()), work.dy()),
                () -> layer.apply(x),
                x,
                layer.inputWeight(),
                layer.hiddenWeight(),
                layer.bias());
    }

    @Override
    public void run() {
        arena.enter();
        try {
            variables.forEach(Var::clearGradient);
            Var result = function.get();
            result.backward(dy);
            y = result.borrow();
        } finally {
            arena.leave();
        }
    }

    @Override
    public float[][] results() {
        List<float[]> results = new ArrayList<>();
        results.add(y.array());
        variables.forEach(variable -> results.add(variable.borrowGradient().array()));
        return results.toArray(float[][]::new);
    }
}
