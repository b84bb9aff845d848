package lectern.bench.compare;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The results of a run for other programs: times in nanoseconds for one call, round by round.
final class Json {

    private Json() {}

    static String of(Instant when, Map<String, String> versions, List<Row> rows) {
        return "{\n"
                + "  \"date\": " + quoted(when.toString()) + ",\n"
                + "  \"machine\": " + quoted(Machine.describe()) + ",\n"
                + "  \"versions\": {"
                + versions.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + "},\n"
                + "  \"rows\": [\n"
                + rows.stream().map(Json::row).collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    private static String row(Row row) {
        return "    {\"work\": " + quoted(row.work())
                + ", \"threads\": " + row.threads()
                + ", \"flops\": " + number(row.flops())
                + ", \"remark\": " + quoted(row.remark())
                + ", \"nanoseconds\": {"
                + row.timings().stream()
                        .map(timing -> quoted(timing.contender()) + ": ["
                                + timing.rounds().stream().map(Json::number).collect(Collectors.joining(", "))
                                + "]")
                        .collect(Collectors.joining(", "))
                + "}}";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
