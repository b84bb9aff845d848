package lectern.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activity;
import lectern.nn.loss.KlSparsity;
import lectern.nn.loss.Penalty;

/// What is added to the loss of each batch.
final class Penalties {

    private final List<Supplier<Var>> terms = new ArrayList<>();

    void add(Penalty penalty, List<Var> weights) {
        for (Var weight : weights) {
            terms.add(() -> penalty.of(weight));
        }
    }

    void add(Penalty penalty, Activity activity) {
        terms.add(() -> {
            Var x = activity.last();
            return penalty.of(x).times(1.0 / x.shape().size(0));
        });
    }

    void add(KlSparsity sparsity, double strength, Activity activity) {
        terms.add(() -> sparsity.apply(activity.last()).times(strength));
    }

    /// The loss with all penalties.
    Var addedTo(Var loss) {
        Var sum = loss;
        for (int i = 0; i < terms.size(); i++) {
            sum = sum.reshape().plus(terms.get(i).get());
        }
        return sum;
    }
}
