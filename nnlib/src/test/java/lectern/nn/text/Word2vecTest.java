package lectern.nn.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Word2vecTest {

    private static final int[][] AROUND = {{0, 1, 3}, {2}, {4, 4}};
    private static final int[][] CENTER = {{2}, {1}, {0}};

    static Stream<Arguments> losses() {
        return Stream.of(
                argumentSet("CBOW, softmax", loss(model -> model.softmaxLoss(AROUND, CENTER))),
                argumentSet("skip-gram, softmax", loss(model -> model.softmaxLoss(CENTER, AROUND))),
                argumentSet(
                        "negative sampling",
                        loss(model -> model.negativeSamplingLoss(
                                AROUND, new int[] {2, 1, 0}, new int[][] {{0, 4}, {3, 3}, {1, 0}}))),
                argumentSet("hidden", loss(model -> model.hidden(AROUND))),
                argumentSet("probabilities", loss(model -> model.probabilities(model.hidden(CENTER)))),
                argumentSet(
                        "scores",
                        loss(model -> model.scores(model.hidden(AROUND), new int[][] {{0, 4}, {3, 3}, {1, 0}}))));
    }

    private static Function<Word2vec, Var> loss(Function<Word2vec, Var> loss) {
        return loss;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsMatchFiniteDifferences(Function<Word2vec, Var> loss) {
        RandomGenerator random = SeededRandom.of(12);
        Shape shape = Shape.of(5, 3);
        Word2vec model =
                new Word2vec(Var.of(Tensor.uniform(shape, 1, random)), Var.of(Tensor.uniform(shape, 1, random)));
        GradientCheck check = GradientCheck.of(() -> loss.apply(model), model.parameters(), GradientCheck.STEP, random);
        assertTrue(check.passed(), check::toString);
    }

    /// With output vectors 0 every word is as likely as every other.
    @Test
    void beginsWithEvenChances() {
        Word2vec model = Word2vec.of(5, 3, SeededRandom.of(1));
        assertEquals(Math.log(5), model.softmaxLoss(AROUND, CENTER).value().item(), 1e-6);
        assertEquals(
                4 * Math.log(2),
                model.negativeSamplingLoss(CENTER, new int[] {1, 2, 3}, new int[3][3])
                        .value()
                        .item(),
                1e-6);
    }

    /// Words 0, 1 and 2 stand among 6, 7; words 3, 4 and 5 among 8, 9.
    private static List<int[]> sentences() {
        RandomGenerator random = SeededRandom.of(2);
        return IntStream.range(0, 300)
                .mapToObj(s -> {
                    int[] sentence = new int[6];
                    for (int i = 0; i < sentence.length; i++) {
                        int group = s % 2;
                        sentence[i] = i % 2 == 0 ? 3 * group + random.nextInt(3) : 6 + 2 * group + random.nextInt(2);
                    }
                    return sentence;
                })
                .toList();
    }

    static Stream<Arguments> trainings() {
        return Stream.of(
                argumentSet("skip-gram, negative sampling", NN.word2vec(sentences(), 10)),
                argumentSet(
                        "CBOW, negative sampling", NN.word2vec(sentences(), 10).cbow()),
                argumentSet("skip-gram, softmax", NN.word2vec(sentences(), 10).softmax()),
                argumentSet(
                        "CBOW, softmax, thinned out",
                        NN.word2vec(sentences(), 10).cbow().softmax().subsample(0.05)));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void wordsInTheSamePlacesHaveSimilarVectors(Word2vecTraining training) {
        List<Double> losses = new ArrayList<>();
        Word2vec model = training.dimensions(8)
                .window(1)
                .batchSize(64)
                .epochs(8)
                .seed(3)
                .onEpoch(epoch -> losses.add(epoch.loss()))
                .run();
        assertEquals(8, losses.size());
        assertTrue(losses.getLast() < losses.getFirst());
        Embeddings found = model.embeddings();
        assertEquals(List.of(1, 2), found.nearest(0, 2).stream().sorted().toList());
        assertEquals(List.of(3, 5), found.nearest(4, 2).stream().sorted().toList());
    }

    @Test
    void theSameSeedGivesTheSameVectors() {
        Word2vecTraining training = NN.word2vec(sentences(), 10).dimensions(4).seed(7);
        assertEquals(
                training.run().embeddings().vectors(),
                training.run().embeddings().vectors());
    }

    @Test
    void noiseWordsAreDrawnAsTheirProbabilitiesSay() {
        NoiseWords noise = new NoiseWords(Tensor.of(0, 0.25f, 0, 0.75f, 0));
        RandomGenerator random = SeededRandom.of(9);
        int[] drawn = new int[5];
        for (int i = 0; i < 4000; i++) {
            drawn[noise.draw(random)]++;
        }
        assertArrayEquals(new int[] {0, drawn[1], 0, 4000 - drawn[1], 0}, drawn);
        assertEquals(1000, drawn[1], 100);
    }

    @Test
    void vectorsAreAskedByWords() {
        Vocabulary vocabulary = NN.vocabulary(List.of("man", "woman", "king", "queen", "banana"), 1);
        float[][] vectors = new float[6][];
        vectors[0] = new float[] {0, 0, 0};
        vectors[vocabulary.id("man")] = new float[] {1, 0, 0.1f};
        vectors[vocabulary.id("woman")] = new float[] {0, 1, 0.1f};
        vectors[vocabulary.id("king")] = new float[] {1, 0, 1};
        vectors[vocabulary.id("queen")] = new float[] {0, 1, 1};
        vectors[vocabulary.id("banana")] = new float[] {-1, -1, 0};
        WordVectors words = NN.wordVectors(vocabulary, new Embeddings(Tensor.of(vectors)));
        assertEquals(List.of("queen"), words.analogy("man", "woman", "king", 1));
        assertEquals(List.of("king", "queen"), words.nearest("man", 2));
        assertEquals(0.01 / 1.01, words.similarity("man", "woman"), 1e-6);
        assertEquals(
                "wordVectors: expected a word of the vocabulary, found pear",
                assertThrows(IllegalArgumentException.class, () -> words.nearest("pear", 1))
                        .getMessage());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Word2vec model = Word2vec.of(5, 3, SeededRandom.of(1));
        assertEquals(
                "word2vec: expected words 0…4 in list 1, found 5",
                assertThrows(ShapeException.class, () -> model.hidden(new int[][] {{0}, {5}}))
                        .getMessage());
        assertEquals(
                "word2vec: expected at least one word in list 0, found none",
                assertThrows(ShapeException.class, () -> model.hidden(new int[1][0]))
                        .getMessage());
        assertEquals(
                "word2vec: expected words for 3 examples, found 2",
                assertThrows(ShapeException.class, () -> model.softmaxLoss(AROUND, new int[2][1]))
                        .getMessage());
        assertEquals(
                "scores: expected 3 vectors of 3 and as many lists equally long, found (3, 3)",
                assertThrows(ShapeException.class, () -> model.scores(model.hidden(CENTER), AROUND))
                        .getMessage());
        assertEquals(
                "word2vec: expected words 0…2, found 3",
                assertThrows(IllegalArgumentException.class, () -> NN.word2vec(List.of(new int[] {1, 3}), 3))
                        .getMessage());
        assertEquals(
                "word2vec: expected a sentence of 2 words or more, found none",
                assertThrows(IllegalArgumentException.class, () -> NN.word2vec(List.of(new int[] {1}), 3))
                        .getMessage());
        assertEquals(
                "word2vec: expected a seed, found none; add .seed(…)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.word2vec(List.of(new int[] {1, 2}), 3).run())
                        .getMessage());
    }
}
