package lectern.nn.golden;

import java.util.Map;

/// Hopfield networks.
final class HopfieldCases {

    static final Map<String, Check> CHECKS = Map.of();

    private HopfieldCases() {}
}
