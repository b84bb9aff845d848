package lectern.nn.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.energy.Contrast;
import lectern.nn.energy.ContrastiveDivergence;
import lectern.nn.energy.ExactLikelihood;
import lectern.nn.energy.Gibbs;
import lectern.nn.energy.Rbm;
import lectern.nn.energy.UniformNumbers;
import lectern.nn.energy.VisibleUnits;
import lectern.nn.tensor.Tensor;

/// Restricted Boltzmann machines.
final class RbmCases {

    static final Map<String, Check> CHECKS = Map.of(
            "rbm_cd", RbmCases::contrastiveDivergence,
            "rbm_pcd", RbmCases::persistent,
            "rbm_exact", RbmCases::exact);

    private RbmCases() {}

    /// No setting says what the visible units are; the notes do.
    private static Rbm machine(GoldenCase golden) {
        return new Rbm(
                golden.parameter("W").value().copy(),
                golden.parameter("b").value().copy(),
                golden.parameter("c").value().copy(),
                golden.mentions("gaussian") ? VisibleUnits.GAUSSIAN : VisibleUnits.BINARY);
    }

    private static void contrastiveDivergence(GoldenCase golden) {
        Rbm machine = machine(golden);
        Tensor data = golden.given("v0");
        boolean means = machine.visibleUnits() == VisibleUnits.GAUSSIAN
                || (golden.hasSetting("visibleProbabilities") && golden.isSet("visibleProbabilities"));
        ContrastiveDivergence learning = NN.contrastiveDivergence(machine, data)
                .gibbsSteps((int) golden.setting("k", 1))
                .learningRate(golden.setting("lr"));
        if (means) {
            learning.visibleMeans();
        }
        ContrastiveDivergence.Step step = learning.step(data, numbers(golden, data.size(0), means));
        assertGiven(golden, "ph0", step.hiddenProbabilities());
        for (int k = 0; k < step.chain().size(); k++) {
            Gibbs.Step made = step.chain().get(k);
            assertGiven(golden, "h" + k, made.hidden());
            assertGiven(golden, "pv" + (k + 1), made.visibleMeans());
            assertGiven(golden, "v" + (k + 1), made.visible());
            assertGiven(golden, "ph" + (k + 1), made.hiddenProbabilities());
        }
        assertGiven(golden, "dW", step.change().weight());
        assertGiven(golden, "db", step.change().visibleBias());
        assertGiven(golden, "dc", step.change().hiddenBias());
        assertGiven(golden, "reconstructionMse", Tensor.scalar((float) step.reconstructionError()));
        assertAfter(golden, machine);
    }

    private static void persistent(GoldenCase golden) {
        Rbm machine = machine(golden);
        Tensor data = golden.given("v0");
        Tensor chains = golden.given("vF");
        ContrastiveDivergence learning = NN.contrastiveDivergence(machine, data)
                .gibbsSteps((int) golden.setting("k", 1))
                .learningRate(golden.setting("lr"))
                .persistent(chains);
        UniformNumbers numbers = numbers(golden, chains.size(0), false);
        for (int s = 0; s < golden.setting("steps"); s++) {
            learning.step(data, numbers);
        }
        golden.assertOutput("vFAfter", learning.chains());
        assertAfter(golden, machine);
    }

    private static void exact(GoldenCase golden) {
        Rbm machine = machine(golden);
        Tensor data = golden.given("v0");
        golden.assertOutput("freeEnergy", machine.freeEnergy(data));
        golden.assertOutput("energy", machine.energy(data, golden.given("h")));
        ExactLikelihood likelihood = NN.exactLikelihood(machine);
        golden.assertOutput("logZ", Tensor.scalar((float) likelihood.logPartition()));
        golden.assertLoss((float) likelihood.loss(data));
        Contrast gradient = likelihood.contrast(data).times(-1);
        golden.parameter("W").addGradient(gradient.weight());
        golden.parameter("b").addGradient(gradient.visibleBias());
        golden.parameter("c").addGradient(gradient.hiddenBias());
        golden.assertGradients();
    }

    /// The given numbers in the order in which they are used: hidden, visible, hidden, …
    private static UniformNumbers numbers(GoldenCase golden, int batch, boolean visibleMeans) {
        List<Tensor> ofHidden = steps(golden.given("uH"), batch);
        List<Tensor> ofVisible = visibleMeans ? List.of() : steps(golden.given("uV"), batch);
        List<Tensor> used = new ArrayList<>();
        for (int s = 0; s < ofHidden.size(); s++) {
            used.add(ofHidden.get(s));
            if (!visibleMeans) {
                used.add(ofVisible.get(s));
            }
        }
        return UniformNumbers.given(used.toArray(Tensor[]::new));
    }

    /// (steps, batch, units) by its steps, or (batch, units) of a single one.
    private static List<Tensor> steps(Tensor numbers, int batch) {
        int count = batch * numbers.size(-1);
        List<Tensor> steps = new ArrayList<>();
        for (int from = 0; from < numbers.count(); from += count) {
            steps.add(Tensor.of(Arrays.copyOfRange(numbers.array(), from, from + count)));
        }
        return steps;
    }

    private static void assertAfter(GoldenCase golden, Rbm machine) {
        assertGiven(golden, "WAfter", machine.weight());
        assertGiven(golden, "bAfter", machine.visibleBias());
        assertGiven(golden, "cAfter", machine.hiddenBias());
    }

    private static void assertGiven(GoldenCase golden, String key, Tensor found) {
        if (golden.hasOutput(key)) {
            golden.assertOutput(key, found);
        }
    }
}
