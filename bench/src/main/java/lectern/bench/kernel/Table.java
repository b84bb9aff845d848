package lectern.bench.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows as Markdown: medians, and ours over the peer's.
record Table(Sheet sheet) {

    private static final int NAME = 50;
    private static final int CELL = 26;
    private static final int RATIO = 6;

    /// The heading and all the rows, those that nobody measured left out.
    String of(List<Row> rows) {
        String head = line("", Contender.PEER, Contender.OURS, "ratio");
        String rule = "| " + "-".repeat(NAME) + " | " + ("-".repeat(CELL - 1) + ": | ").repeat(2)
                + "-".repeat(RATIO - 1) + ": |\n";
        return head
                + rule
                + rows.stream().filter(this::isMeasured).map(this::line).collect(Collectors.joining());
    }

    private boolean isMeasured(Row row) {
        return sheet.of(row, Contender.PEER).isPresent()
                || sheet.of(row, Contender.OURS).isPresent();
    }

    private String line(Row row) {
        Optional<Numbers> peer = sheet.of(row, Contender.PEER);
        Optional<Numbers> ours = sheet.of(row, Contender.OURS);
        return line(row.name(), cell(peer, row.unit()), cell(ours, row.unit()), ratio(peer, ours));
    }

    private static String line(String name, String peer, String ours, String ratio) {
        return String.format(
                Locale.ROOT,
                "| %-" + NAME + "s | %" + CELL + "s | %" + CELL + "s | %" + RATIO + "s |%n",
                name,
                peer,
                ours,
                ratio);
    }

    private static String cell(Optional<Numbers> numbers, Unit unit) {
        return numbers.map(n -> n.text(unit)).orElse("-");
    }

    private static String ratio(Optional<Numbers> peer, Optional<Numbers> ours) {
        if (peer.isEmpty() || ours.isEmpty() || peer.get().median() == 0) {
            return "-";
        }
        return String.format(
                Locale.ROOT, "%.2f", ours.get().median() / peer.get().median());
    }
}
