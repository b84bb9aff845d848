package lectern.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Contender PEER = Contender.peer("python3");
    private static final Contender OURS =
            new Contender(Contender.OURS, Language.JAVA, List.of("java", "{connection_file}"), Map.of());

    @Test
    void mediansAreComparedAndRowsOfNobodyLeftOut() {
        var sheet = new Sheet();
        Row cell = Row.milliseconds("a cell");
        Row memory = Row.mebibytes("memory");
        for (double time : new double[] {9, 8, 30}) {
            sheet.put(cell, PEER, time);
        }
        sheet.put(cell, OURS, 4);
        sheet.put(cell, OURS, 5);
        sheet.put(memory, OURS, 150.4);
        List<List<String>> cells = new Table(sheet)
                .of(List.of(cell, Row.milliseconds("never measured"), memory))
                .lines()
                .skip(2)
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList())
                .toList();
        assertEquals(
                List.of(
                        List.of("a cell", "9.00 ms (8.00–30.0)", "4.50 ms (4.00–5.00)", "0.50"),
                        List.of("memory", "-", "150 MiB", "-")),
                cells);
    }

    @Test
    void aRemarkIsSaidOnce() {
        var sheet = new Sheet();
        sheet.remark(OURS, "too slow");
        sheet.remark(OURS, "too slow");
        assertEquals(List.of("ours: too slow"), sheet.remarks());
    }
}
