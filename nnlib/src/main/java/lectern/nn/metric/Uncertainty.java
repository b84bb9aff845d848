package lectern.nn.metric;

/// What the mean negative log-likelihood of a language model means.
///
/// Source: D. Jurafsky and J. H. Martin, *Speech and Language Processing* (3rd edition, draft), sections 3.3
/// and 3.7.
public final class Uncertainty {

    private static final double LN2 = 0.6931471805599453;

    private Uncertainty() {}

    /// e^L: among how many equally likely symbols the model hesitates.
    ///
    /// @param nats L, the mean cross-entropy for each symbol
    public static double perplexity(double nats) {
        return StrictMath.exp(nats);
    }

    /// L / ln 2: the bits that each symbol would need if the model compressed the text.
    ///
    /// @param nats L, the mean cross-entropy for each character
    public static double bitsPerCharacter(double nats) {
        return nats / LN2;
    }
}
