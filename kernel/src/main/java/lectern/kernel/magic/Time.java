package lectern.kernel.magic;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import lectern.kernel.eval.Outcome;

/// `%time` and `%%time`: how long a line or a cell takes, compilation included.
///
/// @param code runs code
record Time(Function<String, Outcome> code) implements LineCommand, CellCommand {

    static final String NAME = "time";

    @Override
    public Description description() {
        return new Description(
                "%time CODE, or %%time before a cell",
                "print how long it takes, compilation included", "%time Thread.sleep(20);");
    }

    @Override
    public Outcome run(List<String> arguments, String body) throws Exception {
        return measure(() -> code.apply(body));
    }

    @Override
    public boolean takesCode() {
        return true;
    }

    @Override
    public Outcome run(List<String> arguments) throws Exception {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("%time: expected code after it, found none; %%time measures a cell");
        }
        return measure(() -> code.apply(String.join(" ", arguments)));
    }

    static Outcome measure(Callable<Outcome> work) throws Exception {
        long start = System.nanoTime();
        var outcome = work.call();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        System.out.println(
                milliseconds < 1000
                        ? String.format(Locale.ROOT, "time: %.1f ms", milliseconds)
                        : String.format(Locale.ROOT, "time: %.2f s", milliseconds / 1000));
        return outcome;
    }
}
