package lectern.kernel.eval;

import java.util.List;

/// What may replace the text from `start` to `end` (UTF-16 positions).
///
/// @param matches without duplicates, those that fit the expected type first
public record Completion(int start, int end, List<String> matches) {}
