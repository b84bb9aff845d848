package lectern.nn.recurrent;

import java.util.Arrays;
import lectern.nn.autograd.Var;
import lectern.nn.ops.MatrixOps.Product;
import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;
import lectern.nn.ops.RecurrentOps.Sequences;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// One pass of a sequence through an [Lstm]: what it computed, and how gradients go back through it.
///
/// The states of all time steps lie one after the other, the given one first: so the inputs of every step's
/// product are
/// one matrix, and the gradient of each weight matrix is one product over all steps and examples, **dW = Σₜ
/// dzₜᵀ xₜ**.
final class LstmSteps {

    private final Lstm layer;
    private final Var x;
    private final Sequences sequences;
    private final Tensor gates;
    private final Tensor hidden;
    private final Tensor cells;
    private final Tensor squashed;

    /// Runs the steps, beginning with a state of zeros.
    LstmSteps(Lstm layer, Var x) {
        this.layer = layer;
        this.x = x;
        int time = x.shape().size(0);
        int batch = x.shape().size(1);
        int units = layer.hiddenWeight().shape().size(1);
        this.sequences = new Sequences(time, batch, units);
        this.gates = Tensor.borrowedAffine(
                x.borrow().reshape(time * batch, x.shape().size(2)),
                layer.inputWeight().borrow(),
                layer.bias().borrow(),
                Nonlinearity.IDENTITY);
        this.hidden = states();
        this.cells = states();
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

    /// Room for the states of all steps, the first one zero.
    private Tensor states() {
        Tensor states = Arena.tensor(sequences.time() + 1, sequences.batch(), sequences.hidden());
        Arrays.fill(states.array(), 0, slab(), 0);
        return states;
    }

    /// The numbers of one time step's state.
    private int slab() {
        return sequences.batch() * sequences.hidden();
    }

    /// h at all time steps.
    Tensor outputs() {
        Tensor y = Arena.tensor(sequences.time(), sequences.batch(), sequences.hidden());
        System.arraycopy(hidden.array(), slab(), y.array(), 0, y.count());
        return y;
    }

    /// Carries the gradient of the [#outputs] back.
    void pullback(Tensor dy) {
        Tensor dCell = Arena.zeros(Shape.of(sequences.batch(), sequences.hidden()));
        Tensor dHidden = Arena.tensor(sequences.batch(), sequences.hidden());
        Tensor dz = Arena.tensor(gates.shape());
        WorkCounter.add(4L * sequences.time() * slab() * sequences.hidden());
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
}
