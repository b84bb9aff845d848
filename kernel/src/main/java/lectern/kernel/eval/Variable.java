package lectern.kernel.eval;

import org.jspecify.annotations.Nullable;

/// A variable that a cell has declared.
///
/// @param name its name
/// @param type its type, by simple names
/// @param value what it holds now
public record Variable(String name, String type, @Nullable Object value) {}
