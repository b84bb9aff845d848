package lectern.kernel.preload.face;

import lectern.figure.Figures;
import lectern.nn.attention.Attention;
import lectern.nn.text.WordVectors;

/// What a model makes of words: their vectors as points in a plane, attention as a heat map for each head.
///
/// Whose words attention is paid to it does not know: `attention(result.weights(), words)` writes them beside it.
final class WordsFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        switch (value) {
            case WordVectors vectors -> {
                var shape = vectors.embeddings().vectors().shape();
                if (shape.size(0) > 1 && shape.size(1) > 1) {
                    bundle.picture(Figures.wordMap(vectors));
                }
                bundle.text(() -> "vectors of " + shape.size(0) + " words, " + shape.size(1) + " numbers each");
            }
            case Attention.Result result
            when result.borrowedWeights().count() > 0 -> {
                var weights = result.weights();
                bundle.picture(Figures.attention(weights));
                bundle.text(() -> "attention, weights (batch, heads, queries, keys) = " + weights);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
