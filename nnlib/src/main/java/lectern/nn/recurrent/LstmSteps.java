package lectern.nn.recurrent;

import java.util.Arrays;
import lectern.nn.autograd.Var;
import lectern.nn.ops.MatrixOps.Product;
import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;
import lectern.nn.ops.RecurrentOps.Sequences;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One pass of a sequence through an [Lstm]: what it computed, and how gradients go back through it.
///
/// The states of all time steps lie one after the other, the given one first: so the inputs of every step's
/// product are one matrix, and the gradient of each weight matrix is one product over all steps and examples,
/// **dW = Σₜ dzₜᵀ xₜ**.
final class LstmSteps {

    private final Lstm layer;
    private final Var x;
    private final @Nullable Var firstHidden;
    private final @Nullable Var firstCell;
    private final Sequences sequences;
    private final Tensor gates;
    private final Tensor hidden;
    private final Tensor cells;
    private final Tensor squashed;

    /// Runs the steps; a state that is not given is zero.
    LstmSteps(Lstm layer, Var x, @Nullable Var firstHidden, @Nullable Var firstCell) {
        this.layer = layer;
        this.x = x;
        this.firstHidden = firstHidden;
        this.firstCell = firstCell;
        int time = x.shape().size(0);
        int batch = x.shape().size(1);
        int units = layer.hiddenWeight().shape().size(1);
        this.sequences = new Sequences(time, batch, units);
        this.gates = Tensor.borrowedAffine(
                x.borrow().reshape(time * batch, x.shape().size(2)),
                layer.inputWeight().borrow(),
                layer.bias().borrow(),
                Nonlinearity.IDENTITY);
        this.hidden = states(firstHidden);
        this.cells = states(firstCell);
        this.squashed = Arena.tensor(time, batch, units);
        WorkCounter.add(4L * time * batch * units * units);
        Ops.best()
                .recurrent()
                .lstm(
                        sequences,
                        gates.array(),
                        layer.hiddenWeight().borrow().array(),
                        hidden.array(),
                        cells.array(),
                        squashed.array());
    }

    /// The inputs of all steps as the rows of one matrix.
    private Tensor inputs() {
        return x.borrow()
                .reshape(x.shape().size(0) * x.shape().size(1), x.shape().size(2));
    }

    /// Room for the states of all steps, the first one set.
    private Tensor states(@Nullable Var first) {
        Tensor states = Arena.tensor(sequences.time() + 1, sequences.batch(), sequences.hidden());
        int count = slab();
        if (first == null) {
            Arrays.fill(states.array(), 0, count, 0);
        } else {
            System.arraycopy(first.borrow().array(), 0, states.array(), 0, count);
        }
        return states;
    }

    /// The numbers of one time step's state.
    private int slab() {
        return sequences.batch() * sequences.hidden();
    }

    /// h at all time steps, and if asked for c after the last one as a further step.
    Tensor outputs(boolean withCellState) {
        int time = sequences.time();
        Tensor y = Arena.tensor(time + (withCellState ? 1 : 0), sequences.batch(), sequences.hidden());
        System.arraycopy(hidden.array(), slab(), y.array(), 0, time * slab());
        if (withCellState) {
            System.arraycopy(cells.array(), time * slab(), y.array(), time * slab(), slab());
        }
        return y;
    }

    /// Carries the gradient of the [#outputs] back.
    void pullback(Tensor dy) {
        int time = sequences.time();
        Tensor dCell = Arena.tensor(sequences.batch(), sequences.hidden());
        if (dy.size(0) > time) {
            System.arraycopy(dy.array(), time * slab(), dCell.array(), 0, slab());
        } else {
            Arrays.fill(dCell.array(), 0);
        }
        Tensor dHidden = Arena.tensor(sequences.batch(), sequences.hidden());
        Tensor dz = Arena.tensor(gates.shape());
        WorkCounter.add(4L * time * slab() * sequences.hidden());
        Ops.best()
                .recurrent()
                .lstmPullback(
                        sequences,
                        gates.array(),
                        layer.hiddenWeight().borrow().array(),
                        cells.array(),
                        squashed.array(),
                        dy.array(),
                        dz.array(),
                        dHidden.array(),
                        dCell.array());
        give(firstHidden, dHidden);
        give(firstCell, dCell);
        weightGradients(dz);
        if (x.isTracked()) {
            Tensor dx = Tensor.borrowedProduct(
                    "Lstm", dz, false, layer.inputWeight().borrow(), false);
            x.addGradient(dx.reshape(x.shape()));
        }
    }

    private void weightGradients(Tensor dz) {
        if (layer.inputWeight().isTracked()) {
            layer.inputWeight().addGradient(Tensor.borrowedProduct("Lstm", dz, true, inputs(), false));
        }
        if (layer.hiddenWeight().isTracked()) {
            // The states before each step are the first ones of all, without the last.
            int units = sequences.hidden();
            Product product = new Product(4 * units, units, sequences.time() * sequences.batch(), true, false);
            Tensor dw = Arena.tensor(layer.hiddenWeight().shape());
            WorkCounter.add(product.multiplyAdds());
            Ops.best().matrix().multiply(product, dz.array(), hidden.array(), dw.array(), false);
            layer.hiddenWeight().addGradient(dw);
        }
        if (layer.bias().isTracked()) {
            Tensor db = Arena.tensor(layer.bias().shape());
            Ops.best().reduction().sumRows(dz.array(), db.array());
            layer.bias().addGradient(db);
        }
    }

    private static void give(@Nullable Var to, Tensor gradient) {
        if (to != null && to.isTracked()) {
            to.addGradient(gradient);
        }
    }
}
