package lectern.kernel.explain;

import java.util.Map;
import java.util.Optional;

/// The second part of a statement without its first.
final class Orphan implements Hint {

    private static final Map<String, String> FIRST =
            Map.of("else", "if", "catch", "try", "finally", "try", "case", "switch", "default", "switch");

    @Override
    public Optional<String> of(Mistake mistake) {
        var first = mistake.isSyntax() ? FIRST.get(mistake.name()) : null;
        return Optional.ofNullable(first)
                .map(word -> mistake.name() + " belongs to " + word
                        + ": both stand in one cell, and nothing between them" + " but the { … } of " + word);
    }
}
