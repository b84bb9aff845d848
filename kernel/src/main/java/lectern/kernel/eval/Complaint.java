package lectern.kernel.eval;

import java.util.Optional;

/// An error of the compiler.
///
/// @param place where it is, if anywhere
/// @param length of the text that is wrong
/// @param message what is wrong
record Complaint(Optional<Place> place, int length, String message) {}
