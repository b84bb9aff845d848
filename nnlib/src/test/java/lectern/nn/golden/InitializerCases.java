package lectern.nn.golden;

import lectern.nn.NN;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// How large starting weights are.
final class InitializerCases {

    private InitializerCases() {}

    static void scales(GoldenCase golden) {
        int size = (int) golden.setting("kernel");
        check(golden, "linear", Shape.of((int) golden.setting("fanOut"), (int) golden.setting("fanIn")));
        check(golden, "conv", Shape.of(16, 8, size, size));
    }

    private static void check(GoldenCase golden, String layer, Shape shape) {
        check(golden, layer + "GlorotUniformBound", NN.glorotUniform().bound(shape));
        check(golden, layer + "GlorotNormalStd", NN.glorotNormal().deviation(shape));
        check(golden, layer + "HeUniformBound", NN.heUniform().bound(shape));
        check(golden, layer + "HeNormalStd", NN.heNormal().deviation(shape));
        check(golden, layer + "LeCunNormalStd", NN.leCunNormal().deviation(shape));
    }

    private static void check(GoldenCase golden, String output, double found) {
        golden.assertOutput(output, Tensor.scalar((float) found));
    }
}
