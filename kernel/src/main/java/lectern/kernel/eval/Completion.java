package lectern.kernel.eval;

import java.util.List;
import lectern.kernel.assist.Suggestion;

/// What may replace the text from `start` to `end` (UTF-16 positions).
///
/// @param suggestions without duplicates, those that fit the expected type first
public record Completion(int start, int end, List<Suggestion> suggestions) {

    /// What to write for each.
    List<String> matches() {
        return suggestions.stream().map(Suggestion::text).toList();
    }
}
