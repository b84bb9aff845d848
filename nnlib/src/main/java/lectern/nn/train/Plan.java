package lectern.nn.train;

/// What a training means to do.
///
/// @param epochs passes over all examples; early stopping may end it sooner
/// @param stepsPerEpoch updates in each of them
public record Plan(int epochs, int stepsPerEpoch) {

    /// Updates in all epochs together.
    public long steps() {
        return (long) epochs * stepsPerEpoch;
    }
}
