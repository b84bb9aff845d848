package lectern.nn.golden;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// What most checks do with what they have built.
final class Layers {

    private Layers() {}

    /// Compares the outputs `y` of a layer for the inputs `x`, the loss, and all gradients.
    static void check(GoldenCase golden, Layer layer) {
        Var x = golden.input("x");
        Var y = layer.apply(x);
        golden.assertOutput("y", y.value());
        golden.assertLoss((float) projection(golden, "y", y.value()));
        y.backward(golden.upstream("y"));
        golden.assertGradients();
    }

    /// The numbers of an output, weighted by the case and summed in double.
    static double projection(GoldenCase golden, String output, Tensor value) {
        Tensor weights = golden.upstream(output);
        double sum = 0;
        for (int i = 0; i < value.count(); i++) {
            sum += (double) weights.array()[i] * value.array()[i];
        }
        return sum;
    }

    /// What an output adds to the scalar that was differentiated.
    static Var weighted(GoldenCase golden, String output, Var value) {
        return golden.hasUpstream(output)
                ? value.times(Var.constant(golden.upstream(output))).sum()
                : Var.constant(Tensor.zeros(Shape.of()));
    }
}
