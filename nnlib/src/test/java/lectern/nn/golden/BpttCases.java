package lectern.nn.golden;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activation;
import lectern.nn.layer.Dense;
import lectern.nn.recurrent.Cell;
import lectern.nn.recurrent.Jacobians;
import lectern.nn.recurrent.Lstm;
import lectern.nn.recurrent.Recurrent;
import lectern.nn.recurrent.Rnn;
import lectern.nn.recurrent.StateGradients;
import lectern.nn.recurrent.TermByTerm;
import lectern.nn.recurrent.TimeSteps;
import lectern.nn.recurrent.Truncated;
import lectern.nn.recurrent.Unrolled;
import lectern.nn.tensor.Tensor;

/// Gradients through time.
final class BpttCases {

    static final Map<String, Check> CHECKS =
            Map.ofEntries(Map.entry("bptt_norms", BpttCases::norms), Map.entry("bptt_truncated", BpttCases::truncated));

    private BpttCases() {}

    private static void norms(GoldenCase golden) {
        Cell cell = cell(golden);
        int time = golden.input("x").shape().size(0);
        Var x = golden.input("x").reshape(time, 1, golden.input("x").shape().size(1));
        TermByTerm apart = TermByTerm.of(cell, x);
        double[] termNorms = apart.termNorms(halfSquares(golden, apart.pass()), golden.parameter("weight_hh"));
        golden.assertOutput("perStepNorm", numbers(termNorms));
        golden.parameter("Wo").clearGradient();
        golden.input("x").clearGradient();

        Unrolled pass = cell.unroll(x);
        golden.assertOutput("h", pass.outputs().value());
        Var loss = halfSquares(golden, pass);
        golden.assertLoss(loss.value().item());
        StateGradients gradients = pass.backward(loss);
        golden.assertOutput("dLdh", together(gradients.hiddenGradients()));
        golden.assertOutput("normDLdh", numbers(gradients.hiddenGradientNorms()));
        if (golden.hasOutput("c")) {
            List<Tensor> cells = pass.states().stream()
                    .map(state -> state.cellState().value())
                    .toList();
            golden.assertOutput("c", together(cells));
            golden.assertOutput("dLdc", together(gradients.cellGradients()));
            golden.assertOutput("normDLdc", numbers(gradients.cellGradientNorms()));
        }
        golden.assertOutput(
                "jacobianNorm", numbers(Jacobians.of(cell, x.value()).norms()));
        if (cell instanceof Rnn rnn) {
            golden.assertOutput("sigmaMaxWhh", numbers(rnn.spectralNorm()));
            golden.assertOutput(
                    "boundary",
                    numbers(IntStream.rangeClosed(1, time)
                            .mapToDouble(t -> rnn.jacobianBound(time - t))
                            .toArray()));
        }
        golden.assertGradients();
    }

    private static Cell cell(GoldenCase golden) {
        Var inputWeight = golden.parameter("weight_ih");
        Var hiddenWeight = golden.parameter("weight_hh");
        Var bias = golden.row("bias");
        String name = golden.hasSetting("cell") ? golden.text("cell") : "rnn_tanh";
        if (name.equals("lstm")) {
            return new Lstm(inputWeight, hiddenWeight, bias);
        }
        Activation nonlinearity = RecurrentCases.nonlinearity(name.substring("rnn_".length()));
        return new Rnn(inputWeight, hiddenWeight, bias, nonlinearity);
    }

    /// ½ Σ ‖Wo h(t) − target(t)‖² over all time steps, or of the last.
    private static Var halfSquares(GoldenCase golden, Unrolled pass) {
        Var weight = golden.parameter("Wo");
        Dense readOut =
                new Dense(weight, Var.constant(Tensor.zeros(1, weight.shape().size(0))));
        Var y = pass.readOut(readOut).outputs();
        int time = y.shape().size(0);
        Var target = Var.constant(golden.given("target").reshape(y.shape()));
        Var error = y.minus(target);
        boolean last = golden.hasSetting("lossAt") && golden.text("lossAt").equals("last");
        Var counted = last ? error.slice(time - 1, time) : error;
        return counted.times(counted).sum().times(0.5);
    }

    private static Tensor together(List<Tensor> steps) {
        return TimeSteps.join(steps.stream().map(Var::constant).toList()).value();
    }

    private static Tensor numbers(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats);
    }

    private static void truncated(GoldenCase golden) {
        int steps = (int) golden.setting("truncate");
        Recurrent layer = steps == 0 ? cell(golden) : new Truncated(cell(golden), steps);
        Unrolled pass = layer.unroll(golden.input("x"));
        golden.assertOutput("h", pass.outputs().value());
        int batch = golden.input("x").shape().size(1);
        Var loss = halfSquares(golden, pass).times(1.0 / batch);
        loss.backward();
        if (golden.hasOutput("lossValue")) {
            golden.assertOutput("lossValue", loss.value());
            golden.assertOutput("grad:x", golden.input("x").gradient());
            for (String name : List.of("weight_ih", "weight_hh", "bias", "Wo")) {
                golden.assertOutput("grad:" + name, golden.parameter(name).gradient());
            }
        } else {
            golden.assertLoss(loss.value().item());
            golden.assertGradients();
        }
    }
}
