package lectern.bench.kernel;

import com.google.gson.GsonBuilder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.bench.compare.Machine;

/// The results of a run for other programs, with every number that was measured.
///
/// @param versions of the contenders, or why one is left out
record Results(Instant when, Map<String, String> versions, Sheet sheet) {

    String json(List<Row> rows) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", when.toString());
        all.put("machine", Machine.describe());
        all.put("versions", versions);
        all.put("rows", rows.stream().map(this::row).toList());
        all.put("remarks", sheet.remarks());
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(all)
                + "\n";
    }

    private Map<String, Object> row(Row row) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("row", row.name());
        numbers.put("unit", row.unit().name().toLowerCase(Locale.ROOT));
        for (String contender : List.of(Contender.PEER, Contender.OURS)) {
            sheet.of(row, contender).ifPresent(n -> numbers.put(contender, n.all()));
        }
        return numbers;
    }
}
