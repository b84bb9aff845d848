package lectern.nn.train;

/// What is told at the end of a pass over all examples.
///
/// @param number from 1
/// @param steps updates made so far, over all epochs
/// @param loss mean over the examples of this epoch, each taken just before the update it took part in
public record Epoch(int number, int steps, double loss) {}
