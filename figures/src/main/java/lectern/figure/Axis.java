package lectern.figure;

/// Where a number stands on an axis: at itself, or at its decimal logarithm.
enum Axis {
    LINEAR,
    LOGARITHMIC;

    /// Beyond these the arithmetic of an axis would leave the range of `double`.
    private static final double SMALLEST = 1e-300;

    private static final double LARGEST = 1e300;

    /// The position of a number; NaN for what has no place, which are infinities and, on a logarithmic axis, numbers
    /// that are not positive.
    double position(double value) {
        double position = this == LOGARITHMIC ? StrictMath.log10(value) : value;
        if (Math.abs(position) < SMALLEST) {
            return 0;
        }
        return Math.abs(position) < LARGEST ? position : Double.NaN;
    }

    /// The number that stands at a position.
    double value(double position) {
        return this == LINEAR ? position : StrictMath.pow(10, position);
    }

    /// What is written at a tick of an axis of the given range of positions.
    String tick(double position, Range range) {
        return this == LINEAR ? Numbers.tick(position, range) : Numbers.power(position, range);
    }
}
