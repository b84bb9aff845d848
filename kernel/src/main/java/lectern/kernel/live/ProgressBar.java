package lectern.kernel.live;

import java.util.Locale;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// How far a loop is.
///
/// @param name what is gone through; may be empty
/// @param done turns that are over
/// @param total turns that there will be; negative if nobody knows
/// @param seconds since the first turn began
/// @param state of the loop
record ProgressBar(String name, long done, long total, double seconds, State state) {

    enum State {
        RUNNING,
        COMPLETE,
        /// It was left, or interrupted.
        LEFT
    }

    private static final int WIDTH = 30;
    private static final int MINUTE = 60;

    /// The bar for a page, and for where there is none.
    DisplayData bundle() {
        var bundle = new DisplayData(text());
        bundle.putHTML(html());
        return bundle;
    }

    /// The bar in ASCII: `[=========>          ] 45 of 100, 12.3/s, 5 s left`. Once it is over nothing is said of time,
    /// which would be another whenever the cell is run.
    String text() {
        return (name.isEmpty() ? "" : name + " ") + (total > 0 ? bar() + " " : "") + count() + pace();
    }

    /// The same as a bar of the page.
    private String html() {
        var caption = escaped((name.isEmpty() ? "" : name + " ") + count() + pace());
        var bar = total > 0
                ? "<progress style=\"width:20em;vertical-align:middle\" max=\"" + total + "\" value=\"" + done
                        + "\"></progress> "
                : "";
        return "<div>" + bar + caption + "</div>";
    }

    private String bar() {
        int filled = (int) (WIDTH * Math.min(done, total) / total);
        var end = filled < WIDTH ? ">" + " ".repeat(WIDTH - filled - 1) : "";
        return "[" + "=".repeat(filled) + end + "]";
    }

    private String count() {
        return total < 0 ? Long.toString(done) : done + " of " + total;
    }

    private String pace() {
        return switch (state) {
            case COMPLETE -> "";
            case LEFT -> ", left there";
            case RUNNING -> done == 0 || seconds <= 0 ? "" : ", " + rate() + remaining();
        };
    }

    private String rate() {
        double rate = done / seconds;
        return rate >= 1 ? digits(rate) + "/s" : digits(1 / rate) + " s each";
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.3g", number)
                .replaceFirst("\\.(\\d*?)0+$", ".$1")
                .replaceFirst("\\.$", "");
    }

    private String remaining() {
        if (total < 0) {
            return "";
        }
        long left = Math.round(seconds / done * (total - done));
        return ", "
                + (left < MINUTE
                        ? left + " s left"
                        : left / MINUTE + ":" + String.format(Locale.ROOT, "%02d", left % MINUTE) + " min left");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
