package lectern.kernel.compile;

/// A variable that a cell has declared.
///
/// @param name its name
/// @param type its type, by simple names
/// @param holder the binary name of the class whose static field it is
public record DeclaredVariable(String name, String type, String holder) {}
