package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;

/// A recurrent layer that is one function, applied again at each time step, to the inputs and the state
/// before: **s(t) = step(Wₓ x(t) + b, s(t − 1))**.
///
/// The output of a time step is the first part of its state. The inputs of all time steps are multiplied at
/// once.
public interface Cell extends Recurrent {

    /// Wₓ, (preactivations, in).
    Var inputWeight();

    /// b, (1, preactivations).
    Var bias();

    /// One time step.
    ///
    /// @param z Wₓ x(t) + b, (batch, preactivations)
    /// @param before the state after the time step before
    State step(Var z, State before);

    /// The same cell with other parameters.
    ///
    /// @param parameters in the order of [#parameters()]
    Cell with(List<Var> parameters);

    /// What comes from the inputs, for all time steps, **z = x Wₓᵀ + b**.
    ///
    /// @param x (time, batch, in)
    /// @return (batch, preactivations) for each time step
    /// @throws ShapeException if x has another shape, or no time step
    default List<Var> preactivations(Var x) {
        int in = inputWeight().shape().size(1);
        Shape shape = x.shape();
        if (shape.rank() != 3 || shape.size(2) != in || shape.size(0) == 0) {
            throw new ShapeException(getClass().getSimpleName(), "inputs (time, batch, " + in + ")", shape);
        }
        Var z = new Dense(inputWeight(), bias()).apply(x.reshape(shape.size(0) * shape.size(1), in));
        return TimeSteps.of(
                z.reshape(shape.size(0), shape.size(1), bias().shape().size(1)));
    }

    @Override
    default Unrolled unroll(Var x, State initial, Mask mask) {
        List<Var> z = preactivations(x);
        mask.check(getClass().getSimpleName(), x.shape());
        Recurrent.checkState(this, initial, zeroState(x.shape().size(1)));
        List<Var> outputs = new ArrayList<>();
        List<State> states = new ArrayList<>();
        State state = initial;
        for (int t = 0; t < z.size(); t++) {
            State after = step(z.get(t), state);
            state = mask.isFull(t) ? after : mask.choose(t, after, state);
            states.add(state);
            outputs.add(mask.isFull(t) ? state.hidden() : mask.zeroElsewhere(t, state.hidden()));
        }
        return new Unrolled(TimeSteps.join(outputs), states, state);
    }
}
