package lectern.nn.layer;

import lectern.nn.autograd.Var;
import org.jspecify.annotations.Nullable;

/// A window into a network, **y = x**: it remembers what passed through it last, to be looked at, or to be
/// penalised as in a sparse autoencoder.
///
/// Shapes: x any, y the same. It belongs to one place of one network, used by one thread at a time.
public final class Activity implements Layer {

    private @Nullable Var last;

    @Override
    public Var apply(Var x) {
        last = x;
        return x;
    }

    /// What passed last; of a training step only until the next one begins.
    ///
    /// @throws IllegalStateException if nothing has passed yet
    public Var last() {
        Var known = last;
        if (known == null) {
            throw new IllegalStateException(
                    "activity: expected something to have passed, found nothing; is it a part of the model?");
        }
        return known;
    }

    @Override
    public String toString() {
        return "activity";
    }
}
