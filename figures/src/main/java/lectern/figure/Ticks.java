package lectern.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where an axis has its numbers.
///
/// A linear axis has them at multiples of 1, 2 or 5 times a power of ten. A logarithmic one has them at powers of ten;
/// where it is too short for two of those, also at twice and five times them; and where it is shorter still, where a
/// linear axis would have them.
final class Ticks {

    private Ticks() {}

    /// @param position on the axis, so that it is the logarithm on a logarithmic one
    record Tick(double position, String label) {}

    /// @param most how many there may be, at least 2
    /// @param whole whether fractions make no sense, as with epochs
    static List<Tick> of(Axis axis, Range range, int most, boolean whole) {
        return axis == Axis.LINEAR ? linear(range, most, whole) : logarithmic(range, most);
    }

    private static List<Tick> linear(Range range, int most, boolean whole) {
        return multiples(range, step(range, most, whole))
                .mapToObj(value -> new Tick(value, Numbers.tick(value, range)))
                .toList();
    }

    private static List<Tick> logarithmic(Range range, int most) {
        int count = decades(range).size();
        if (count >= 2) {
            // Powers of ten are short.
            int every = Math.ceilDiv(2 * count, 3 * most);
            return decades(range).stream()
                    .filter(exponent -> exponent % every == 0)
                    .map(exponent -> new Tick(exponent, Numbers.power(exponent, range)))
                    .toList();
        }
        var ticks = new ArrayList<Tick>();
        for (double exponent = Math.floor(range.min()); exponent <= range.max(); exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                add(ticks, digit * StrictMath.pow(10, exponent), range);
            }
        }
        if (ticks.size() < 2) {
            ticks.clear();
            var values = new Range(StrictMath.pow(10, range.min()), StrictMath.pow(10, range.max()));
            multiples(values, step(values, most, false)).forEach(value -> add(ticks, value, range));
        }
        return ticks;
    }

    private static void add(List<Tick> ticks, double value, Range range) {
        double position = StrictMath.log10(value);
        if (position >= range.min() && position <= range.max()) {
            ticks.add(new Tick(position, Numbers.text(value)));
        }
    }

    /// Positions of fine lines between the decades of a logarithmic axis; none if there would be too many.
    static double[] fine(Axis axis, Range range) {
        if (axis == Axis.LINEAR || range.length() > 4.5) {
            return new double[0];
        }
        var positions = DoubleStream.builder();
        for (double exponent = Math.floor(range.min()); exponent <= range.max(); exponent++) {
            for (int digit = 2; digit < 10; digit++) {
                double position = exponent + StrictMath.log10(digit);
                if (position >= range.min() && position <= range.max()) {
                    positions.add(position);
                }
            }
        }
        return positions.build().toArray();
    }

    private static List<Integer> decades(Range range) {
        var exponents = new ArrayList<Integer>();
        for (int exponent = (int) Math.ceil(range.min() - 1e-9); exponent <= range.max() + 1e-9; exponent++) {
            exponents.add(exponent);
        }
        return exponents;
    }

    private static DoubleStream multiples(Range range, double step) {
        double hair = 1e-9 * range.length();
        double first = Math.ceil((range.min() - hair) / step);
        double last = Math.floor((range.max() + hair) / step);
        return DoubleStream.iterate(first, i -> i <= last, i -> i + 1).map(i -> i * step);
    }

    /// The smallest round step with which there are no more ticks than wanted.
    static double step(Range range, int most, boolean whole) {
        double least = range.length() / most;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        double step = 10 * power;
        for (int digit : new int[] {5, 2, 1}) {
            if (digit * power >= least) {
                step = digit * power;
            }
        }
        return whole ? Math.max(1, step) : step;
    }
}
