package lectern.nn.golden;

import java.util.Map;
import lectern.nn.autograd.Var;
import lectern.nn.recurrent.Lstm;

/// Sequences through recurrent layers.
final class RecurrentCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(Map.entry("lstm", RecurrentCases::lstm));

    private RecurrentCases() {}

    private static void lstm(GoldenCase golden) {
        Var bias = golden.parameter("bias_ih_l0").plus(golden.parameter("bias_hh_l0"));
        Lstm layer = new Lstm(
                golden.parameter("weight_ih_l0"),
                golden.parameter("weight_hh_l0"),
                bias.reshape(1, bias.shape().size(0)));
        Var h0 = golden.input("h0");
        Var c0 = golden.input("c0");
        int batch = h0.shape().size(1);
        int units = h0.shape().size(2);
        Lstm.States states = layer.unroll(golden.input("x"), h0.reshape(batch, units), c0.reshape(batch, units));
        int time = states.hidden().shape().size(0);
        Var last = states.hidden().slice(time - 1, time);
        Var cell = states.cellState().reshape(1, batch, units);
        golden.assertOutput("y", states.hidden().value());
        golden.assertOutput("hN", last.value());
        golden.assertOutput("cN", cell.value());
        Layers.weighted(golden, "y", states.hidden())
                .plus(Layers.weighted(golden, "hN", last))
                .plus(Layers.weighted(golden, "cN", cell))
                .backward();
        golden.assertGradients();
    }
}
