package lectern.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import lectern.nn.text.Vocabulary;
import lectern.nn.text.WordVectors;
import lectern.nn.theory.PrincipalComponents;

/// Word vectors in a plane: along the two directions in which the vectors of the words shown differ most.
final class WordMap {

    /// As many words as can still be read beside one another.
    private static final int WORDS = 40;

    private WordMap() {}

    static ScatterChart of(WordVectors vectors, String... asked) {
        Vocabulary vocabulary = vectors.vocabulary();
        for (String word : asked) {
            if (!vocabulary.contains(word)) {
                throw new IllegalArgumentException("wordMap: expected words of the vocabulary, found " + word);
            }
        }
        // Word 0 stands for all that are unknown.
        List<String> words = asked.length > 0
                ? Arrays.stream(asked).distinct().toList()
                : IntStream.range(1, vocabulary.size())
                        .limit(WORDS)
                        .mapToObj(vocabulary::token)
                        .toList();
        Tensor all = vectors.embeddings().vectors();
        int width = all.size(1);
        if (words.size() < 2 || width < 2) {
            throw new IllegalArgumentException(
                    "wordMap: expected two words or more, with vectors of two numbers or more," + " found "
                            + words.size() + " words and vectors of " + width);
        }
        float[] chosen = new float[words.size() * width];
        for (int i = 0; i < words.size(); i++) {
            System.arraycopy(all.array(), vocabulary.id(words.get(i)) * width, chosen, i * width, width);
        }
        Tensor rows = Tensor.of(Shape.of(words.size(), width), chosen);
        PrincipalComponents components = PrincipalComponents.of(rows);
        Tensor places = components.project(rows, 2);
        Tensor shares = components.explained();
        double[] xs = Columns.column(places, 0);
        double[] ys = Columns.column(places, 1);
        var chart = new ScatterChart()
                .x(axis("first", shares.get(0)))
                .y(axis("second", shares.get(1)))
                .points("", xs, ys);
        chart.change(() -> chart.layers.add(new LabelsLayer(xs, ys, words)));
        int known = vocabulary.size() - 1;
        return chart.title(
                words.size() < known
                        ? String.format(Locale.ROOT, "%d of %,d words", words.size(), known)
                        : words.size() + " words");
    }

    private static String axis(String which, double share) {
        return String.format(Locale.ROOT, "%s component, %.0f %% of the variance", which, 100 * share);
    }
}
