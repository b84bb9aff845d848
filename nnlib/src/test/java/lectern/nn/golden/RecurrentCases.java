package lectern.nn.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activation;
import lectern.nn.layer.Dense;
import lectern.nn.recurrent.Bidirectional;
import lectern.nn.recurrent.CharRnn;
import lectern.nn.recurrent.Gru;
import lectern.nn.recurrent.Lstm;
import lectern.nn.recurrent.LstmForm;
import lectern.nn.recurrent.LstmVariant;
import lectern.nn.recurrent.Mask;
import lectern.nn.recurrent.Reading;
import lectern.nn.recurrent.Recurrent;
import lectern.nn.recurrent.Rnn;
import lectern.nn.recurrent.Stacked;
import lectern.nn.recurrent.State;
import lectern.nn.recurrent.TimeSteps;
import lectern.nn.recurrent.Unrolled;
import lectern.nn.tensor.Tensor;

/// Sequences through recurrent layers.
final class RecurrentCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("rnn", RecurrentCases::layers),
            Map.entry("lstm", golden -> {
                if (golden.hasInput("lengths")) {
                    ofDifferentLengths(golden);
                } else {
                    layers(golden);
                }
            }),
            Map.entry("gru", golden -> {
                if (golden.hasParameter("Wr")) {
                    resetBefore(golden);
                } else {
                    layers(golden);
                }
            }),
            Map.entry("lstm_variant", RecurrentCases::variant),
            Map.entry("char_rnn", RecurrentCases::characters));

    private RecurrentCases() {}

    private static void layers(GoldenCase golden) {
        Recurrent layer = network(golden, golden.op(), "");
        Var x = golden.input("x");
        State initial = initial(golden, layer, x.shape().size(1));
        Unrolled pass = layer.unroll(x, initial);
        check(golden, pass.outputs(), pass.last());
        golden.clearGradients();
        Reading reading = layer.read(x, initial);
        check(golden, reading.outputs(), reading.last());
    }

    private static void check(GoldenCase golden, Var y, State last) {
        int parts = golden.op().equals("lstm") ? 2 : 1;
        Var h = part(last, 0, parts);
        golden.assertOutput("y", y.value());
        golden.assertOutput("hN", h.value());
        Var loss = Layers.weighted(golden, "y", y).plus(Layers.weighted(golden, "hN", h));
        if (golden.hasOutput("cN")) {
            Var c = part(last, 1, parts);
            golden.assertOutput("cN", c.value());
            loss = loss.plus(Layers.weighted(golden, "cN", c));
        }
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    /// All layers and directions of a case.
    private static Recurrent network(GoldenCase golden, String kind, String prefix) {
        List<Recurrent> layers = new ArrayList<>();
        while (golden.hasParameter(prefix + "weight_ih_l" + layers.size())) {
            String layer = "_l" + layers.size();
            Recurrent forward = cell(golden, kind, prefix, layer);
            layers.add(
                    golden.hasParameter(prefix + "weight_ih" + layer + "_reverse")
                            ? new Bidirectional(forward, cell(golden, kind, prefix, layer + "_reverse"))
                            : forward);
        }
        return new Stacked(layers);
    }

    private static Recurrent cell(GoldenCase golden, String kind, String prefix, String suffix) {
        Var inputWeight = golden.parameter(prefix + "weight_ih" + suffix);
        Var hiddenWeight = golden.parameter(prefix + "weight_hh" + suffix);
        Var inputBias = bias(golden, prefix + "bias_ih" + suffix, inputWeight);
        Var hiddenBias = bias(golden, prefix + "bias_hh" + suffix, inputWeight);
        return switch (kind) {
            case "rnn" ->
                new Rnn(
                        inputWeight,
                        hiddenWeight,
                        inputBias.plus(hiddenBias),
                        nonlinearity(golden.text("nonlinearity")));
            case "lstm" -> new Lstm(inputWeight, hiddenWeight, inputBias.plus(hiddenBias));
            case "gru" -> gru(inputWeight, hiddenWeight, inputBias, hiddenBias);
            default -> throw new AssertionError(golden.name() + ": no layer " + kind);
        };
    }

    static Activation nonlinearity(String name) {
        return switch (name) {
            case "tanh" -> NN.tanh();
            case "relu" -> NN.relu();
            case "sigmoid" -> NN.sigmoid();
            case "identity", "linear" -> NN.identity();
            default -> throw new AssertionError("expected a nonlinearity, found " + name);
        };
    }

    private static Var bias(GoldenCase golden, String key, Var inputWeight) {
        return golden.hasParameter(key)
                ? golden.row(key)
                : Var.constant(Tensor.zeros(1, inputWeight.shape().size(0)));
    }

    /// The bias of the recurrent product can join the other one at the gates, but not under the reset.
    private static Var gruBias(List<Var> inputs, List<Var> hidden) {
        return row(inputs.get(0).plus(hidden.get(0)), inputs.get(1).plus(hidden.get(1)), inputs.get(2));
    }

    private static Gru gru(Var inputWeight, Var hiddenWeight, Var inputBias, Var hiddenBias) {
        int units = hiddenWeight.shape().size(1);
        List<Var> recurrent = TimeSteps.of(hiddenWeight.reshape(3, units, units));
        List<Var> hidden = TimeSteps.of(hiddenBias.reshape(3, units));
        return new Gru(
                inputWeight,
                below(recurrent.get(0), recurrent.get(1)),
                recurrent.get(2),
                gruBias(TimeSteps.of(inputBias.reshape(3, units)), hidden),
                hidden.get(2).reshape(1, units),
                Gru.Reset.AFTER_PRODUCT);
    }

    /// Matrices of the same size, one below the other.
    private static Var below(Var... blocks) {
        Var joined = TimeSteps.join(List.of(blocks));
        return joined.reshape(
                joined.shape().size(0) * joined.shape().size(1), joined.shape().size(2));
    }

    /// Lists of numbers, one after the other as a row.
    private static Var row(Var... parts) {
        Var joined = TimeSteps.join(List.of(parts));
        return joined.reshape(1, joined.shape().count());
    }

    /// (layers · directions, batch, hidden) as the parts of a state.
    private static State initial(GoldenCase golden, Recurrent layer, int batch) {
        if (!golden.hasInput("h0")) {
            return layer.zeroState(batch);
        }
        List<Var> hidden = TimeSteps.of(golden.input("h0"));
        if (!golden.hasInput("c0")) {
            return new State(hidden);
        }
        List<Var> cells = TimeSteps.of(golden.input("c0"));
        List<Var> parts = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            parts.add(hidden.get(i));
            parts.add(cells.get(i));
        }
        return new State(parts);
    }

    /// One part of the states of all layers and directions, (layers · directions, batch, hidden).
    private static Var part(State state, int part, int parts) {
        List<Var> found = new ArrayList<>();
        for (int i = part; i < state.parts().size(); i += parts) {
            found.add(state.parts().get(i));
        }
        return TimeSteps.join(found);
    }

    private static void ofDifferentLengths(GoldenCase golden) {
        Var x = golden.input("x");
        Lstm layer = new Lstm(golden.parameter("weight_ih"), golden.parameter("weight_hh"), golden.row("bias"));
        Tensor given = golden.given("lengths");
        int[] lengths = new int[given.count()];
        for (int n = 0; n < lengths.length; n++) {
            lengths[n] = (int) given.array()[n];
        }
        int time = x.shape().size(0);
        Unrolled pass = layer.unroll(x, initial(golden, layer, lengths.length), Mask.ofLengths(time, lengths));
        golden.assertOutput("y", pass.outputs().value());
        golden.assertOutput("hLast", pass.last().hidden().value());
        Var logit = new Dense(golden.row("w"), golden.row("b"))
                .apply(pass.last().hidden())
                .reshape(lengths.length);
        golden.assertOutput("logit", logit.value());
        Var loss = NN.binaryCrossEntropy().apply(logit, golden.given("target"));
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static void resetBefore(GoldenCase golden) {
        int units = golden.parameter("Ur").shape().size(1);
        Gru layer = new Gru(
                below(golden.parameter("Wr"), golden.parameter("Wz"), golden.parameter("Wn")),
                below(golden.parameter("Ur"), golden.parameter("Uz")),
                golden.parameter("Un"),
                row(golden.parameter("br"), golden.parameter("bz"), golden.parameter("bn")),
                Var.constant(Tensor.zeros(1, 0)),
                Gru.Reset.BEFORE_PRODUCT);
        Var h0 = golden.input("h0");
        Unrolled pass =
                layer.unroll(golden.input("x"), State.of(h0.reshape(h0.shape().count() / units, units)));
        golden.assertOutput("y", pass.outputs().value());
        Var loss = Layers.weighted(golden, "y", pass.outputs());
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static void variant(GoldenCase golden) {
        LstmForm form = LstmForm.of(golden.text("variant")).peepholes(golden.isSet("peepholes"));
        List<String> gates = Stream.of("i", "f", "o")
                .filter(gate -> golden.hasParameter("W" + gate))
                .toList();
        List<String> blocks = Stream.of("i", "f", "z", "o")
                .filter(block -> golden.hasParameter("W" + block))
                .toList();
        int units = golden.parameter("Rz").shape().size(1);
        LstmVariant layer = new LstmVariant(
                form,
                below(parameters(golden, "W", blocks)),
                below(parameters(golden, "R", blocks)),
                row(parameters(golden, "b", blocks)),
                form.peepholes()
                        ? TimeSteps.join(List.of(parameters(golden, "p", gates)))
                        : Var.constant(Tensor.zeros(0, units)),
                form.gateRecurrence() ? gateWeight(golden, gates) : Var.constant(Tensor.zeros(0, 0)));
        List<Var> initial = new ArrayList<>(List.of(golden.input("y0"), golden.input("c0")));
        if (form.gateRecurrence()) {
            initial.add(
                    layer.zeroState(initial.getFirst().shape().size(0)).parts().get(2));
        }
        Unrolled pass = layer.unroll(golden.input("x"), new State(initial));
        Var cells = TimeSteps.join(pass.states().stream().map(State::cellState).toList());
        golden.assertOutput("y", pass.outputs().value());
        golden.assertOutput("c", cells.value());
        Var loss = Layers.weighted(golden, "y", pass.outputs()).plus(Layers.weighted(golden, "c", cells));
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static Var[] parameters(GoldenCase golden, String letter, List<String> blocks) {
        return blocks.stream().map(block -> golden.parameter(letter + block)).toArray(Var[]::new);
    }

    /// From a matrix for each pair of gates, the later gate's rows and the earlier gate's columns.
    private static Var gateWeight(GoldenCase golden, List<String> gates) {
        return below(gates.stream()
                .map(to -> {
                    Var beside = TimeSteps.join(List.of(parameters(golden, "R" + to, gates)))
                            .swapFirst();
                    int units = beside.shape().size(0);
                    return beside.reshape(units, gates.size() * units);
                })
                .toArray(Var[]::new));
    }

    private static void characters(GoldenCase golden) {
        Recurrent recurrent = network(golden, "lstm", "lstm.");
        CharRnn model = new CharRnn(
                golden.parameter("embedding"),
                recurrent,
                new Dense(golden.parameter("out.weight"), golden.row("out.bias")));
        Tensor ids = golden.given("ids");
        Unrolled pass = model.unroll(ids, initial(golden, recurrent, ids.size(1)));
        golden.assertOutput("logits", pass.outputs().value());
        golden.assertOutput("hN", part(pass.last(), 0, 2).value());
        golden.assertOutput("cN", part(pass.last(), 1, 2).value());
        Var logits = pass.outputs();
        Var loss = NN.crossEntropy()
                .apply(
                        logits.reshape(ids.count(), logits.shape().size(2)),
                        golden.given("targets").reshape(ids.count()));
        golden.assertLoss(loss.value().item());
        double nats = loss.value().item();
        golden.assertOutput("bitsPerChar", Tensor.scalar((float) NN.bitsPerCharacter(nats)));
        golden.assertOutput("perplexity", Tensor.scalar((float) NN.perplexity(nats)));
        loss.backward();
        golden.assertGradients();
    }
}
