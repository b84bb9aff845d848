package lectern.nn.autograd;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One pass of gradients from a result back to everything that it was made from.
///
/// A variable hands its gradient on when all that was made from it has given its part. Who waits for how many is
/// written into the variables themselves, which also form the list of what is to be done: a pass allocates nothing, and
/// a chain of any length needs no deeper stack.
final class Backward {

    private @Nullable Var top;

    private Backward() {}

    static void from(Var result, Tensor dy) {
        if (!result.hasPullback()) {
            result.addGradient(dy);
            return;
        }
        result.clearGradient();
        result.addGradient(dy);
        Backward pass = new Backward();
        pass.count(result);
        boolean done = false;
        try {
            pass.carry(result);
            done = true;
        } finally {
            if (!done) {
                pass.forget(result);
            }
        }
    }

    /// Counts for each variable the results that it waits for.
    private void count(Var result) {
        push(result);
        for (Var variable = pop(); variable != null; variable = pop()) {
            for (Var argument : variable.arguments()) {
                if (argument.hasPullback() && argument.pending++ == 0) {
                    argument.clearGradient();
                    push(argument);
                }
            }
        }
    }

    private void carry(Var result) {
        push(result);
        for (Var variable = pop(); variable != null; variable = pop()) {
            variable.pullBack();
            for (Var argument : variable.arguments()) {
                if (argument.hasPullback() && --argument.pending == 0) {
                    push(argument);
                }
            }
        }
    }

    /// After a failure halfway: nobody waits any longer.
    private void forget(Var result) {
        Set<Var> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        top = null;
        push(result);
        for (Var variable = pop(); variable != null; variable = pop()) {
            for (Var argument : variable.arguments()) {
                if (seen.add(argument)) {
                    argument.pending = 0;
                    push(argument);
                }
            }
        }
    }

    private void push(Var variable) {
        variable.next = top;
        top = variable;
    }

    private @Nullable Var pop() {
        Var variable = top;
        if (variable != null) {
            top = variable.next;
            variable.next = null;
        }
        return variable;
    }
}
