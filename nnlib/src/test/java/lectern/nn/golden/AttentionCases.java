package lectern.nn.golden;

import java.util.Map;

/// Attention and transformer blocks.
final class AttentionCases {

    static final Map<String, Check> CHECKS = Map.of();

    private AttentionCases() {}
}
