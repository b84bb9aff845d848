package lectern.nn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.optim.Adam;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.SeededRandom;
import org.jspecify.annotations.Nullable;

/// Learning of word vectors from sentences: passes over all their places, in an order drawn anew for each
/// epoch. Words are neighbours within a sentence only.
///
/// It is skip-gram with negative sampling, unless set up otherwise. The same seed and text give the same
/// vectors to the last bit. Interrupting the thread ends the learning after the current step.
public final class Word2vecTraining {

    private static final double NOISE_POWER = 0.75;

    private final List<int[]> sentences;
    private final WordFrequencies frequencies;
    private final int vocabularySize;
    private final List<Consumer<Epoch>> listeners = new ArrayList<>();
    private boolean fromContext;
    private boolean allWords;
    private int dimensions = 50;
    private int window = 5;
    private int negatives = 5;
    private int batchSize = 256;
    private int epochs = 1;
    private Optimizer optimizer = Adam.of(0.01);
    private double threshold = Double.POSITIVE_INFINITY;
    private @Nullable Long seed;

    private Word2vecTraining(List<int[]> sentences, int vocabularySize) {
        this.sentences = sentences;
        this.vocabularySize = vocabularySize;
        int[] counts = new int[vocabularySize];
        for (int[] sentence : sentences) {
            for (int word : sentence) {
                counts[word]++;
            }
        }
        this.frequencies = new WordFrequencies(counts);
    }

    /// A learning that is to be set up further and then [run][#run()].
    ///
    /// @param sentences each as the ids of its words, 0…vocabularySize − 1, in order
    /// @throws IllegalArgumentException if no word has a neighbour, or one is not of the vocabulary
    public static Word2vecTraining of(List<int[]> sentences, int vocabularySize) {
        for (int[] sentence : sentences) {
            for (int word : sentence) {
                if (word < 0 || word >= vocabularySize) {
                    throw new IllegalArgumentException(
                            "word2vec: expected words 0…" + (vocabularySize - 1) + ", found " + word);
                }
            }
        }
        if (sentences.stream().noneMatch(sentence -> sentence.length > 1)) {
            throw new IllegalArgumentException("word2vec: expected a sentence of 2 words or more, found none");
        }
        return new Word2vecTraining(List.copyOf(sentences), vocabularySize);
    }

    /// Predicts the word in the middle from those around it, instead of those around from the one in the
    /// middle.
    public Word2vecTraining cbow() {
        fromContext = true;
        return this;
    }

    /// Compares with the whole vocabulary, instead of with a few noise words: exact, and slower the more
    /// words there are.
    public Word2vecTraining softmax() {
        allWords = true;
        return this;
    }

    /// How long the vectors are.
    public Word2vecTraining dimensions(int dimensions) {
        this.dimensions = atLeastOne("dimensions", dimensions);
        return this;
    }

    /// How many words on either side are neighbours.
    public Word2vecTraining window(int window) {
        this.window = atLeastOne("window", window);
        return this;
    }

    /// Noise words for each word to predict, drawn from count^0.75.
    public Word2vecTraining negatives(int negatives) {
        this.negatives = atLeastOne("negatives", negatives);
        return this;
    }

    /// Thins out frequent words: in each epoch a word stays with the [probability][WordFrequencies#keep] that
    /// follows from this threshold. Without it all stay.
    public Word2vecTraining subsample(double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("word2vec: expected a threshold above 0, found " + threshold);
        }
        this.threshold = threshold;
        return this;
    }

    /// Predictions in a step; the last one of an epoch may be smaller.
    public Word2vecTraining batchSize(int batchSize) {
        this.batchSize = atLeastOne("batchSize", batchSize);
        return this;
    }

    /// Passes over the text.
    public Word2vecTraining epochs(int epochs) {
        this.epochs = atLeastOne("epochs", epochs);
        return this;
    }

    /// How a step is taken.
    public Word2vecTraining optimizer(Optimizer optimizer) {
        this.optimizer = optimizer;
        return this;
    }

    /// Where the starting vectors, the order and the noise words come from. Needed.
    public Word2vecTraining seed(long seed) {
        this.seed = seed;
        return this;
    }

    /// Tells a listener of the end of each epoch.
    public Word2vecTraining onEpoch(Consumer<Epoch> listener) {
        listeners.add(listener);
        return this;
    }

    /// The end of an epoch.
    ///
    /// @param number from 1 on
    /// @param loss the mean over all predictions
    public record Epoch(int number, double loss) {}

    /// Learns.
    ///
    /// @throws IllegalArgumentException if there is no seed
    /// @throws ArithmeticException if the loss is no longer a number
    /// @throws CancellationException if the thread was interrupted
    public Word2vec run() {
        if (seed == null) {
            throw new IllegalArgumentException("word2vec: expected a seed, found none; add .seed(…)");
        }
        RandomGenerator random = SeededRandom.of(seed);
        Word2vec model = Word2vec.of(vocabularySize, dimensions, random);
        Optimizer.Steps updates = optimizer.over(model.parameters());
        NoiseWords noise = new NoiseWords(frequencies.noise(NOISE_POWER));
        Arena arena = new Arena();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            List<int[]> predictions = predictions(random);
            shuffle(predictions, random);
            double sum = 0;
            for (int from = 0; from < predictions.size(); from += batchSize) {
                if (Thread.interrupted()) {
                    throw new CancellationException("word2vec: interrupted in epoch " + epoch);
                }
                List<int[]> batch = predictions.subList(from, Math.min(from + batchSize, predictions.size()));
                arena.enter();
                try {
                    model.parameters().forEach(Var::clearGradient);
                    Var loss = loss(model, batch, noise, random);
                    loss.backward();
                    sum += loss.borrow().item() * (double) batch.size();
                    updates.step();
                } finally {
                    arena.leave();
                }
            }
            Epoch done = new Epoch(epoch, finite(sum / Math.max(1, predictions.size()), epoch));
            listeners.forEach(listener -> listener.accept(done));
        }
        model.parameters().forEach(Var::clearGradient);
        return model;
    }

    private double finite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new ArithmeticException("word2vec: loss is " + loss + " at epoch " + epoch
                    + "; try a smaller learning rate (now " + optimizer.learningRate() + ")");
        }
        return loss;
    }

    /// Each is the word to predict, followed by those that are given.
    private List<int[]> predictions(RandomGenerator random) {
        float[] keep = frequencies.keep(threshold).array();
        List<int[]> predictions = new ArrayList<>();
        for (int[] sentence : sentences) {
            addPredictions(
                    Arrays.stream(sentence)
                            .filter(word -> keep[word] == 1 || random.nextDouble() < keep[word])
                            .toArray(),
                    predictions);
        }
        return predictions;
    }

    /// CBOW has one for each place that has neighbours; skip-gram has one for each neighbour of each place.
    private void addPredictions(int[] sentence, List<int[]> predictions) {
        for (int i = 0; i < sentence.length; i++) {
            int from = Math.max(0, i - window);
            int to = Math.min(sentence.length, i + window + 1);
            int[] centerFirst = new int[to - from];
            centerFirst[0] = sentence[i];
            System.arraycopy(sentence, from, centerFirst, 1, i - from);
            System.arraycopy(sentence, i + 1, centerFirst, i - from + 1, to - i - 1);
            if (fromContext && centerFirst.length > 1) {
                predictions.add(centerFirst);
            } else if (!fromContext) {
                for (int n = 1; n < centerFirst.length; n++) {
                    predictions.add(new int[] {centerFirst[n], sentence[i]});
                }
            }
        }
    }

    private Var loss(Word2vec model, List<int[]> batch, NoiseWords noise, RandomGenerator random) {
        int[][] given =
                batch.stream().map(p -> Arrays.copyOfRange(p, 1, p.length)).toArray(int[][]::new);
        int[] words = batch.stream().mapToInt(p -> p[0]).toArray();
        if (allWords) {
            int[][] predicted = batch.stream().map(p -> new int[] {p[0]}).toArray(int[][]::new);
            return model.softmaxLoss(given, predicted);
        }
        int[][] drawn = new int[words.length][negatives];
        for (int[] row : drawn) {
            for (int j = 0; j < negatives; j++) {
                row[j] = noise.draw(random);
            }
        }
        return model.negativeSamplingLoss(given, words, drawn);
    }

    /// The shuffle of Fisher and Yates.
    private static void shuffle(List<int[]> order, RandomGenerator random) {
        for (int i = order.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            order.set(i, order.set(j, order.get(i)));
        }
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("word2vec: expected " + name + " of 1 or more, found " + value);
        }
        return value;
    }
}
