package lectern.nn.golden;

import java.util.Map;

/// Restricted Boltzmann machines.
final class RbmCases {

    static final Map<String, Check> CHECKS = Map.of();

    private RbmCases() {}
}
