package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/// The request that something is done for: the parent of what is published, and how much was printed for it.
final class Origin {

    private final Message message;
    private final long limit;
    private final BiPredicate<String, JsonObject> taker;
    private long printed;
    private long leftOut;

    /// @param limit characters of printed text that are passed on
    Origin(Message message, long limit) {
        this(message, limit, (_, _) -> false);
    }

    private Origin(Message message, long limit, BiPredicate<String, JsonObject> taker) {
        this.message = message;
        this.limit = limit;
        this.taker = taker;
    }

    /// The same request, of which something else gets to see first what is shown for it.
    Origin divertedTo(BiPredicate<String, JsonObject> other) {
        return new Origin(message, limit, other);
    }

    /// Whether something else has taken what was to be shown.
    boolean isTaken(String type, JsonObject content) {
        return taker.test(type, content);
    }

    /// Whether something else has taken what was printed.
    boolean isTakenText(String stream, String text) {
        var content = new JsonObject();
        content.addProperty("name", stream);
        content.addProperty("text", text);
        return isTaken("stream", content);
    }

    /// What nobody has asked for: the kernel's own doings before the first request.
    static Origin nobody() {
        return new Origin(
                new Message(List.of(), new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject()),
                Long.MAX_VALUE);
    }

    Message message() {
        return message;
    }

    JsonObject header() {
        return message.header();
    }

    boolean isCell() {
        return message.type().equals("execute_request");
    }

    /// As much of the text as may still be shown, with the news that the rest is not where it ends.
    synchronized String admit(String text) {
        long room = limit - printed;
        if (text.length() <= room) {
            printed += text.length();
            return text;
        }
        boolean first = leftOut == 0;
        leftOut += text.length() - room;
        printed = limit;
        return first ? text.substring(0, (int) room) + cut() : "";
    }

    private String cut() {
        return String.format(
                Locale.ROOT,
                "%n[lectern: the output of this cell is cut here, after %,d characters; to see it all, print to a file"
                        + " (Files.newBufferedWriter), or set LECTERN_OUTPUT_LIMIT to more characters and restart]%n",
                limit);
    }

    /// How much was not shown, as a line; empty if nothing.
    synchronized String summary() {
        return leftOut == 0 ? "" : String.format(Locale.ROOT, "[lectern: %,d characters were left out]%n", leftOut);
    }
}
