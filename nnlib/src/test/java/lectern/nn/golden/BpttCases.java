package lectern.nn.golden;

import java.util.Map;

/// Gradients through time.
final class BpttCases {

    static final Map<String, Check> CHECKS = Map.of();

    private BpttCases() {}
}
