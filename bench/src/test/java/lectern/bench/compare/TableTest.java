package lectern.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private final Table table = new Table(List.of("djl", "ejml"));
    private final Row row = new Row(
            "product 64",
            524288,
            2,
            List.of(new Timing("ours", List.of(1500.0, 2500.0)), new Timing("djl", List.of(1000.0, 10000.0))),
            "");

    private static String cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).collect(Collectors.joining("|"));
    }

    @Test
    void givesEachRowOneUnitAndTheRatios() {
        assertEquals("|product 64|2|1.50 µs (2.00)|djl 1.00 µs|1.00 µs (5.50)|-|1.50|0.36|", cells(table.row(row)));
    }

    @Test
    void keepsItsColumnsInLine() {
        String[] head = table.head().split("\n", -1);
        assertEquals(2, head.length);
        assertEquals(head[0].length(), head[1].length());
        assertEquals(head[0].length(), table.row(row).length());
    }

    @Test
    void printsARowWithoutTimes() {
        var without = new Row("lstm", 0, 1, List.of(), "not timed: djl and ours disagree");
        assertEquals("|lstm|1|-|-|-|-|-|-|", cells(table.row(without)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.50 ns",
        "999, 999 ns",
        "1000, 1.00 µs",
        "12345, 12.3 µs",
        "99960, 100 µs",
        "2e6, 2.00 ms",
        "3e12, 3000 s"
    })
    void writesThreeDigitsThatCount(double nanoseconds, String text) {
        assertEquals(text, Table.Unit.fitting(nanoseconds).text(nanoseconds));
    }

    @Test
    void keepsEachRoundAsJson() {
        String json = Json.of(Instant.EPOCH, Map.of("djl", "a \"b\""), List.of(row));
        assertTrue(json.contains("\"date\": \"1970-01-01T00:00:00Z\""), json);
        assertTrue(json.contains("\"djl\": \"a \\\"b\\\"\""), json);
        assertTrue(json.contains("\"ours\": [1500.0, 2500.0]"), json);
    }
}
