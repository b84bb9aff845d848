package lectern.bench.kernel;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// What was measured for one row and one contender, in the order of measuring.
record Numbers(List<Double> all) {

    Numbers {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("bench: expected at least one number, found none");
        }
    }

    /// The middle one; of an even number, the mean of the middle two.
    double median() {
        List<Double> sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// The median, with the smallest and the largest in brackets where there are several.
    String text(Unit unit) {
        if (all.size() == 1) {
            return unit.text(median());
        }
        return unit.text(median())
                + String.format(
                        Locale.ROOT, " (%s–%s)", unit.number(Collections.min(all)), unit.number(Collections.max(all)));
    }
}
