package lectern.nn.golden;

import java.util.Map;

/// Classical theory.
final class TheoryCases {

    static final Map<String, Check> CHECKS = Map.of();

    private TheoryCases() {}
}
