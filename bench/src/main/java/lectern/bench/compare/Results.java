package lectern.bench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a contender computed, each array as two numbers: its projection on a fixed sequence of signs, and its
/// norm.
record Results(List<double[]> parts) {

    /// The same signs for everyone: a hash of the position.
    static Results of(float[]... arrays) {
        List<double[]> parts = new ArrayList<>();
        for (float[] array : arrays) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < array.length; i++) {
                sum += (Integer.bitCount(i * 0x9E3779B9) & 1) == 0 ? array[i] : -array[i];
                squares += (double) array[i] * array[i];
            }
            parts.add(
                    array.length == 0 ? new double[] {Double.NaN, Double.NaN} : new double[] {sum, Math.sqrt(squares)});
        }
        return new Results(parts);
    }

    static Results parse(String text) {
        return new Results(Arrays.stream(text.trim().split(" ", -1))
                .map(part -> Arrays.stream(part.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList());
    }

    /// Whether both are the same but for rounding; what one of them did not compute is not compared.
    boolean agreesWith(Results other, double tolerance) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            double[] mine = parts.get(i);
            double[] theirs = other.parts.get(i);
            if (Double.isNaN(mine[1]) || Double.isNaN(theirs[1])) {
                continue;
            }
            double size = Math.max(mine[1], theirs[1]);
            if (Math.abs(mine[0] - theirs[0]) > tolerance * size || Math.abs(mine[1] - theirs[1]) > tolerance * size) {
                return false;
            }
        }
        return true;
    }

    /// Each part as `projection,norm`.
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> String.format(Locale.ROOT, "%.9g,%.9g", part[0], part[1]))
                .collect(Collectors.joining(" "));
    }
}
