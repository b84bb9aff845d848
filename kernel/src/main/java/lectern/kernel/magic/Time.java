package lectern.kernel.magic;

import java.util.Locale;
import java.util.function.Supplier;
import lectern.kernel.eval.Outcome;

/// `%time` and `%%time`: how long a line or a cell takes, compilation included.
final class Time {

    static final String HELP = "%time CODE, or %%time before a cell  print how long it takes";

    private Time() {}

    static Outcome measure(Supplier<Outcome> work) {
        long start = System.nanoTime();
        var outcome = work.get();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        System.out.println(
                milliseconds < 1000
                        ? String.format(Locale.ROOT, "time: %.1f ms", milliseconds)
                        : String.format(Locale.ROOT, "time: %.2f s", milliseconds / 1000));
        return outcome;
    }
}
