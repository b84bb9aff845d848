package lectern.nn.golden;

import java.util.Arrays;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import lectern.nn.text.Embeddings;
import lectern.nn.text.Word2vec;
import lectern.nn.text.WordFrequencies;

/// Word vectors.
final class WordCases {

    static final Map<String, Check> CHECKS = Map.of("word2vec", WordCases::check);

    private WordCases() {}

    private static void check(GoldenCase golden) {
        if (golden.hasOutput("similarity")) {
            similarity(golden);
        } else if (golden.hasOutput("noise")) {
            frequencies(golden);
        } else if (golden.hasOutput("probs")) {
            softmax(golden);
        } else {
            negativeSampling(golden);
        }
    }

    private static void similarity(GoldenCase golden) {
        Embeddings embeddings = new Embeddings(golden.given("E"));
        golden.assertOutput("similarity", embeddings.similarities());
        golden.assertOutput(
                "analogy", Tensor.scalar(embeddings.analogy(0, 1, 2, 1).getFirst()));
    }

    private static void frequencies(GoldenCase golden) {
        WordFrequencies frequencies = NN.wordFrequencies(rows(golden.given("counts"), 1)[0]);
        golden.assertOutput("noise", frequencies.noise(golden.setting("power")));
        golden.assertOutput("keep", frequencies.keep(golden.setting("t")));
    }

    private static void softmax(GoldenCase golden) {
        Word2vec model = new Word2vec(golden.parameter("Win"), golden.parameter("Wout"));
        int[][] given = given(golden);
        Var hidden = model.hidden(given);
        if (golden.hasOutput("hidden")) {
            golden.assertOutput("hidden", hidden.value());
        }
        golden.assertOutput("probs", model.probabilities(hidden).value());
        Tensor predicted = golden.given(isCbow(golden) ? "center" : "contextWords");
        finish(golden, model.softmaxLoss(given, rows(predicted, predicted.size(0))));
    }

    private static void negativeSampling(GoldenCase golden) {
        Word2vec model = new Word2vec(golden.parameter("Win"), golden.parameter("Wout"));
        int[][] given = given(golden);
        Tensor words = golden.given(isCbow(golden) ? "center" : "contextWords");
        int[] predicted = Arrays.stream(rows(words, words.size(0)))
                .mapToInt(row -> row[0])
                .toArray();
        int[][] noise = rows(golden.given("negatives"), predicted.length);
        Var hidden = model.hidden(given);
        Shape shape = Shape.of(predicted.length);
        int[][] positive =
                Arrays.stream(predicted).mapToObj(word -> new int[] {word}).toArray(int[][]::new);
        golden.assertOutput("positive", model.scores(hidden, positive).value().reshape(shape));
        golden.assertOutput("negative", model.scores(hidden, noise).value());
        finish(golden, model.negativeSamplingLoss(given, predicted, noise));
    }

    private static void finish(GoldenCase golden, Var loss) {
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    /// CBOW is given the words around, skip-gram the word in the middle. No setting says which.
    private static boolean isCbow(GoldenCase golden) {
        return golden.mentions("cbow");
    }

    private static int[][] given(GoldenCase golden) {
        Tensor words = golden.given(isCbow(golden) ? "contextWords" : "center");
        return rows(words, words.size(0));
    }

    private static int[][] rows(Tensor ids, int count) {
        int width = ids.count() / count;
        int[][] rows = new int[count][width];
        for (int i = 0; i < ids.count(); i++) {
            rows[i / width][i % width] = (int) ids.array()[i];
        }
        return rows;
    }
}
