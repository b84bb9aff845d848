package lectern.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The rows as Markdown, one by one, with columns of fixed width so that it can be read as it grows.
///
/// Each cell is the fastest round, with the median of the rounds in brackets.
record Table(List<String> peers) {

    private static final int WORK = 32;
    private static final int CELL = 17;
    private static final int BEST = 16;
    private static final int RATIO = 7;

    Table {
        peers = List.copyOf(peers);
    }

    /// The heading and the line below it.
    String head() {
        var names =
                new StringBuilder(line("work", "thr", Row.OURS, "best peer", Function.identity(), "ratio", "median"));
        String rule =
                "| " + "-".repeat(WORK) + " | --: | " + "-".repeat(CELL - 1) + ": | " + "-".repeat(BEST - 1) + ": | "
                        + ("-".repeat(CELL - 1) + ": | ").repeat(peers.size())
                        + ("-".repeat(RATIO - 1) + ": | ").repeat(2);
        return names.append('\n').append(rule.strip()).toString();
    }

    /// One row.
    String row(Row row) {
        Unit unit = Unit.fitting(
                row.timings().stream().mapToDouble(Timing::minimum).min().orElse(1));
        String best = row.bestPeer()
                .map(peer -> peer.contender() + " " + unit.text(peer.minimum()))
                .orElse("-");
        return line(
                row.work(),
                Integer.toString(row.threads()),
                cell(row.ours(), unit),
                best,
                peer -> cell(row.of(peer), unit),
                ratio(row.ratioOfMinima()),
                ratio(row.ratioOfMedians()));
    }

    private String line(
            String work,
            String threads,
            String ours,
            String best,
            Function<String, String> peer,
            String minima,
            String medians) {
        var line = new StringBuilder();
        line.append("| ").append(padRight(work, WORK));
        line.append(" | ").append(padLeft(threads, 3));
        line.append(" | ").append(padLeft(ours, CELL));
        line.append(" | ").append(padLeft(best, BEST));
        for (String name : peers) {
            line.append(" | ").append(padLeft(peer.apply(name), CELL));
        }
        line.append(" | ").append(padLeft(minima, RATIO));
        line.append(" | ").append(padLeft(medians, RATIO));
        return line.append(" |").toString();
    }

    private static String cell(Optional<Timing> timing, Unit unit) {
        return timing.map(t -> unit.text(t.minimum()) + " (" + unit.number(t.median()) + ")")
                .orElse("-");
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
    }

    private static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /// What the times of a row are given in: all in the same, so that they can be compared by eye.
    enum Unit {
        /// Nanoseconds.
        NS("ns", 1),
        /// Microseconds.
        US("µs", 1e3),
        /// Milliseconds.
        MS("ms", 1e6),
        /// Seconds.
        S("s", 1e9);

        private final String symbol;
        private final double nanoseconds;

        Unit(String symbol, double nanoseconds) {
            this.symbol = symbol;
            this.nanoseconds = nanoseconds;
        }

        /// The largest in which this time is at least 1.
        static Unit fitting(double time) {
            Unit chosen = NS;
            for (Unit unit : values()) {
                if (time >= unit.nanoseconds) {
                    chosen = unit;
                }
            }
            return chosen;
        }

        String text(double time) {
            return number(time) + " " + symbol;
        }

        /// Three digits that count.
        String number(double time) {
            double number = time / nanoseconds;
            int decimals = number < 9.995 ? 2 : number < 99.95 ? 1 : 0;
            return String.format(Locale.ROOT, "%." + decimals + "f", number);
        }
    }
}
