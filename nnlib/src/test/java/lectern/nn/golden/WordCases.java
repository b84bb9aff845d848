package lectern.nn.golden;

import java.util.Map;

/// Word vectors.
final class WordCases {

    static final Map<String, Check> CHECKS = Map.of();

    private WordCases() {}
}
