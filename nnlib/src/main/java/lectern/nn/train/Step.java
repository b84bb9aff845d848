package lectern.nn.train;

/// What is told after one update.
///
/// @param epoch from 1
/// @param number of the update, from 1, counted over all epochs
/// @param loss of the mini-batch, before the update
public record Step(int epoch, int number, double loss) {}
