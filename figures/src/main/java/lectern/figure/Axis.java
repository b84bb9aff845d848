package lectern.figure;

/// Where a number stands on an axis: at itself, or at its decimal logarithm.
enum Axis {
    LINEAR,
    LOGARITHMIC;

    /// The position of a number; NaN for what has no place, which are infinities and, on a logarithmic axis, numbers
    /// that are not positive.
    double position(double value) {
        double position = this == LOGARITHMIC ? Math.log10(value) : value;
        return Double.isFinite(position) ? position : Double.NaN;
    }

    /// The number that stands at a position, as short as a reader wants it.
    String label(double position) {
        return this == LINEAR ? Numbers.text(position) : Numbers.power(position);
    }

    /// As [#label], for a tick of an axis: a zero that was reached by adding steps is one.
    String tick(double position, Range range) {
        return label(Math.abs(position) < 1e-6 * range.length() ? 0 : position);
    }
}
