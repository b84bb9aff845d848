package lectern.nn.text;

import java.util.List;

/// Cuts text into tokens, the units that a model of language counts and predicts.
@FunctionalInterface
public interface Tokenizer {

    /// The tokens of a text, in order.
    List<String> tokens(String text);
}
