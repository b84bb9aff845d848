package lectern.nn.attention;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Adds to each time step t where it stands: **y = x + e(t)** with the sinusoids
/// **e(t, 2i) = sin(t / 10000^(2i / model)), e(t, 2i + 1) = cos(t / 10000^(2i / model))**, t from 0 on.
///
/// Shapes: x, y (batch, time, model), e (longest, model).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), section 3.5.
///
/// @param table e, (longest, model); saved with a model, but not learned
public record PositionalEncoding(Tensor table) implements Layer {

    /// @throws ShapeException if the table is not (longest, model)
    public PositionalEncoding {
        if (table.shape().rank() != 2) {
            throw new ShapeException("PositionalEncoding", "a table (longest, model)", table.shape());
        }
    }

    /// The sinusoids for sequences of up to `longest` time steps.
    ///
    /// @throws ShapeException if there is not at least one time step and one feature
    public static PositionalEncoding of(int longest, int model) {
        if (longest < 1 || model < 1) {
            throw new ShapeException(
                    "PositionalEncoding", "at least one time step and one feature", longest + " and " + model);
        }
        Tensor table = Tensor.zeros(longest, model);
        for (int t = 0; t < longest; t++) {
            for (int i = 0; i < model; i++) {
                double angle = t / StrictMath.pow(10000, (i - i % 2) / (double) model);
                table.array()[t * model + i] = (float) (i % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
            }
        }
        return new PositionalEncoding(table);
    }

    /// @throws ShapeException if x is not (batch, time, model), or longer than the table
    @Override
    public Var apply(Var x) {
        int longest = table.size(0);
        int model = table.size(1);
        if (x.shape().rank() != 3 || x.shape().size(2) != model || x.shape().size(1) > longest) {
            throw new ShapeException(
                    "PositionalEncoding",
                    "inputs (batch, time, " + model + ") of at most " + longest + " time steps",
                    x.shape());
        }
        Tensor places = Arena.tensor(x.shape());
        int numbers = x.shape().size(1) * model;
        for (int n = 0; n < x.shape().size(0); n++) {
            System.arraycopy(table.array(), 0, places.array(), n * numbers, numbers);
        }
        return x.plus(Var.constant(places));
    }

    @Override
    public String toString() {
        return "positional encoding " + table.size(1);
    }
}
