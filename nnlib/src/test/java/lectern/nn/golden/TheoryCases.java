package lectern.nn.golden;

import java.util.Map;
import lectern.nn.NN;
import lectern.nn.tensor.Tensor;
import lectern.nn.theory.BiasVariance;
import lectern.nn.theory.Perceptron;
import lectern.nn.theory.PolynomialRegression;
import lectern.nn.theory.PrincipalComponents;

/// Classical theory.
final class TheoryCases {

    /// That of the case where it does not say.
    private static final int MOST_EPOCHS = 100;

    static final Map<String, Check> CHECKS = Map.of(
            "cover", TheoryCases::cover,
            "perceptron", TheoryCases::perceptron,
            "least_squares", TheoryCases::leastSquares,
            "bias_variance", TheoryCases::biasVariance,
            "pca", TheoryCases::principalComponents);

    private TheoryCases() {}

    private static void cover(GoldenCase golden) {
        int points = (int) golden.setting("Nmax");
        int dimensions = (int) golden.setting("Dmax");
        Tensor count = Tensor.zeros(points, dimensions);
        Tensor probability = Tensor.zeros(points, dimensions);
        Tensor half = Tensor.zeros(dimensions);
        for (int d = 1; d <= dimensions; d++) {
            for (int n = 1; n <= points; n++) {
                int at = (n - 1) * dimensions + d - 1;
                count.array()[at] = NN.coverCount(n, d).floatValue();
                probability.array()[at] = (float) NN.coverProbability(n, d);
            }
            half.array()[d - 1] = (float) NN.coverProbability(2 * d, d);
        }
        golden.assertOutput("count", count);
        golden.assertOutput("probability", probability);
        golden.assertOutput("half", half);
    }

    private static void perceptron(GoldenCase golden) {
        int mostEpochs = (int) golden.setting("maxEpochs", MOST_EPOCHS);
        Perceptron learned = NN.perceptron(golden.given("x"), golden.given("target"), golden.setting("lr"), mostEpochs);
        golden.assertOutput("w", learned.weight());
        golden.assertOutput("b", Tensor.scalar(learned.bias()));
        Tensor mistakes = Tensor.zeros(learned.mistakes().size());
        for (int k = 0; k < mistakes.count(); k++) {
            mistakes.array()[k] = learned.mistakes().get(k);
        }
        golden.assertOutput("mistakes", mistakes);
    }

    private static void leastSquares(GoldenCase golden) {
        PolynomialRegression fitted = NN.polynomialRegression(
                golden.given("x"), golden.given("target"), (int) golden.setting("degree"), golden.setting("ridge", 0));
        golden.assertOutput("w", fitted.solution().weight());
        golden.assertOutput("fit", fitted.predict(golden.given("x")));
        golden.assertOutput(
                "effectiveDof", Tensor.scalar((float) fitted.solution().effectiveParameters()));
    }

    private static void biasVariance(GoldenCase golden) {
        BiasVariance found = NN.biasVariance(golden.given("predictions"), golden.given("truth"));
        golden.assertOutput("bias2", Tensor.scalar((float) found.biasSquared()));
        golden.assertOutput("variance", Tensor.scalar((float) found.variance()));
        golden.assertOutput("mse", Tensor.scalar((float) found.meanSquaredError()));
    }

    private static void principalComponents(GoldenCase golden) {
        Tensor x = golden.given("x");
        PrincipalComponents found = NN.principalComponents(x);
        golden.assertOutput("covariance", PrincipalComponents.covariance(x));
        golden.assertOutput("eigenvalues", found.eigenvalues());
        golden.assertOutput("explained", found.explained());
        golden.assertOutput("standardised", NN.standardization(x).apply(x));
    }
}
