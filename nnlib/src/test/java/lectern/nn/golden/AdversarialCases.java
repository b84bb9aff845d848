package lectern.nn.golden;

import java.util.Map;

/// Attacks on networks.
final class AdversarialCases {

    static final Map<String, Check> CHECKS = Map.of();

    private AdversarialCases() {}
}
