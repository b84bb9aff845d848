package lectern.nn.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Sigmoid;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A deep belief network: restricted Boltzmann machines one on top of the other, each learning what the hidden
/// units of the one below do, **p(v, h¹, …, hⁿ) = p(v | h¹) p(h¹ | h²) … p(hⁿ⁻¹, hⁿ)**.
///
/// Two ways lead on from [pretraining][#pretrain]: down, to [samples][#sample] of what was learned, and up, to
/// a [feed-forward network][#feedForward] whose weights start from those of the machines and are fine-tuned by
/// training.
///
/// Source: G. Hinton, S. Osindero and Y.-W. Teh, *A fast learning algorithm for deep belief nets* (2006).
///
/// @param machines from the data up
public record DeepBeliefNetwork(List<Rbm> machines) {

    /// Keeps a copy of the list.
    ///
    /// @throws IllegalArgumentException if there is none, or one does not fit onto the one below
    public DeepBeliefNetwork {
        machines = List.copyOf(machines);
        if (machines.isEmpty()) {
            throw new IllegalArgumentException("DeepBeliefNetwork: expected at least one machine, found none");
        }
        for (int m = 1; m < machines.size(); m++) {
            Rbm machine = machines.get(m);
            int below = machines.get(m - 1).weight().size(1);
            if (machine.weight().size(0) != below || machine.visibleUnits() != VisibleUnits.BINARY) {
                throw new ShapeException(
                        "DeepBeliefNetwork", "machine " + m + " with " + below + " binary visible units", machine);
            }
        }
    }

    /// Machines of binary units with the given numbers of units, from the data up, as [Rbm#of] draws them.
    ///
    /// @throws ShapeException if there are not at least two numbers, or one is below 1
    public static DeepBeliefNetwork of(RandomGenerator random, int... units) {
        if (units.length < 2) {
            throw new ShapeException("DeepBeliefNetwork", "the units of at least two layers", units.length);
        }
        List<Rbm> machines = new ArrayList<>();
        for (int m = 0; m + 1 < units.length; m++) {
            machines.add(Rbm.of(units[m], units[m + 1], random));
        }
        return new DeepBeliefNetwork(machines);
    }

    /// How a machine is to learn.
    @FunctionalInterface
    public interface Recipe {
        /// @param layer 0 for the machine that sees the data
        /// @param learning of that machine, which is to be set up but not run
        void setUp(int layer, ContrastiveDivergence learning);
    }

    /// Greedy, layer by layer: the first machine learns the data; each other one learns the hidden
    /// probabilities of the one below, which then stays as it is. Changes the machines in place.
    ///
    /// @param examples (count, visible)
    /// @param recipe sets up each learning, its seed at least
    /// @throws ShapeException if the examples have another shape
    public void pretrain(Tensor examples, Recipe recipe) {
        Tensor seen = examples;
        for (int layer = 0; layer < machines.size(); layer++) {
            ContrastiveDivergence learning = ContrastiveDivergence.of(machines.get(layer), seen);
            recipe.setUp(layer, learning);
            learning.run();
            seen = machines.get(layer).hiddenProbabilities(seen);
        }
    }

    /// The probabilities of the topmost hidden units, each machine passing its own on to the next; (batch,
    /// top).
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public Tensor hiddenProbabilities(Tensor visible) {
        Tensor seen = visible;
        for (Rbm machine : machines) {
            seen = machine.hiddenProbabilities(seen);
        }
        return seen;
    }

    /// What the network makes of v: up to the top and down again, all by means; (batch, visible).
    ///
    /// @param visible (batch, visible)
    /// @throws ShapeException if it has another shape
    public Tensor reconstruct(Tensor visible) {
        return down(hiddenProbabilities(visible), machines.size());
    }

    /// Samples of what was learned: Gibbs sampling in the topmost machine, then down by means; (count,
    /// visible).
    ///
    /// @param steps of the sampling, which starts at random units
    /// @throws IllegalArgumentException if a number is below 1
    public Tensor sample(int count, int steps, UniformNumbers numbers) {
        if (count < 1) {
            throw new IllegalArgumentException("sample: expected a count of 1 or more, found " + count);
        }
        Rbm top = machines.getLast();
        Tensor start = Tensor.zeros(Shape.of(count, top.weight().size(0)));
        numbers.fill(start.array());
        List<Gibbs.Step> chain = new Gibbs(top, false, numbers).from(start.map(u -> u < 0.5 ? 1 : 0), steps);
        return down(chain.getLast().visibleMeans(), machines.size() - 1);
    }

    /// The visible means below the first `from` machines.
    private Tensor down(Tensor hidden, int from) {
        Tensor made = hidden;
        for (int m = from - 1; m >= 0; m--) {
            made = machines.get(m).visibleMeans(made);
        }
        return made;
    }

    /// A feed-forward network to be fine-tuned: for each machine a fully connected layer and the logistic
    /// function, which together give its hidden probabilities, then the given layers. The weights are copies.
    ///
    /// @param onTop such as a layer of one output for each class
    public Sequential feedForward(Layer... onTop) {
        List<Layer> layers = new ArrayList<>();
        for (Rbm machine : machines) {
            int visible = machine.weight().size(0);
            int hidden = machine.weight().size(1);
            Tensor weight = Tensor.zeros(hidden, visible);
            for (int j = 0; j < hidden; j++) {
                for (int i = 0; i < visible; i++) {
                    weight.array()[j * visible + i] = machine.weight().array()[i * hidden + j];
                }
            }
            Tensor bias = machine.hiddenBias().copy().reshape(1, hidden);
            layers.add(new Dense(Var.of(weight), Var.of(bias)));
            layers.add(new Sigmoid());
        }
        layers.addAll(List.of(onTop));
        return new Sequential(layers);
    }

    @Override
    public String toString() {
        return machines.stream().map(Rbm::toString).collect(Collectors.joining(", ", "deepBeliefNetwork(", ")"));
    }
}
