package lectern.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void aCellOfAHundredStatementsHasAHundred() {
        for (Language language : Language.values()) {
            assertEquals(
                    100,
                    CellTime.hundredStatements()
                            .cell()
                            .apply(3)
                            .in(language)
                            .lines()
                            .count());
        }
    }

    @Test
    void namesAreNewOrTheSame() {
        assertEquals(100, declared(CellTime.hundredStatements()).size());
        assertEquals(50, declared(CellTime.hundredStatementsAgain()).size());
    }

    /// The variables that two turns declare.
    private static Set<String> declared(CellTime time) {
        Set<String> names = new HashSet<>();
        for (int turn : new int[] {1, 2}) {
            time.cell()
                    .apply(turn)
                    .java()
                    .lines()
                    .filter(line -> line.startsWith("int "))
                    .forEach(line -> names.add(line.substring(0, line.indexOf(" ="))));
        }
        return names;
    }

    @Test
    void everyMixedCellUsesOnlyWhatWasDeclaredBefore() {
        String session = String.join(
                "\n",
                IntStream.range(0, 5).mapToObj(i -> MixedCells.number(i).java()).toList());
        assertEquals("""
                int v0 = 0;
                int changing = 0;
                int f0(int n) { return n + 2; }
                record R0(int a) { int sum() { return a + 3; } }
                new R0(1).sum()
                v0 + f0(1)""", session);
    }
}
