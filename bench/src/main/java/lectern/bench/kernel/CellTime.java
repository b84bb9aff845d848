package lectern.bench.kernel;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long a cell takes that has been compiled and run some times before.
///
/// @param cell the cell of each turn
record CellTime(Row row, IntFunction<Cell> cell) implements Probe {

    private static final int STATEMENTS = 50;
    private static final Repeat WARM_UP = new Repeat(10, 10_000);
    private static final Repeat MEASURED = new Repeat(15, 10_000);

    @Override
    public List<Row> rows() {
        return List.of(row);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        Repeat.Turn turn = number -> kernel.run(cell.apply(number));
        WARM_UP.median(0, turn);
        sheet.put(row, kernel.contender(), MEASURED.median(WARM_UP.times(), turn));
    }

    /// New names each time.
    static CellTime hundredStatements() {
        return new CellTime(
                Row.milliseconds("cell of 100 statements, new names each time"),
                number -> hundredStatements("a" + number + "_", number));
    }

    /// What the cell before has declared, declared anew.
    static CellTime hundredStatementsAgain() {
        return new CellTime(
                Row.milliseconds("cell of 100 statements, the same names"),
                number -> hundredStatements("same", number));
    }

    private static Cell hundredStatements(String prefix, int number) {
        return new Cell(
                lines(i -> "int " + prefix + i + " = " + (number + i) + ";")
                        + lines(i -> prefix + i + " = " + prefix + i + " + 1;"),
                lines(i -> prefix + i + " = " + (number + i)) + lines(i -> prefix + i + " = " + prefix + i + " + 1"));
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, STATEMENTS).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    /// Inferred types, a lambda, a stream, a loop.
    static CellTime tenLines() {
        return new CellTime(
                Row.milliseconds("cell of ten lines: vars, a lambda, a stream"),
                number -> new Cell("""
                        var numbers = List.of(3, 1, 4, 1, 5, 9, 2, 6);
                        var factor = %d;
                        Function<Integer, Integer> scaled = n -> n * factor;
                        var evens = numbers.stream().filter(n -> n %% 2 == 0).map(scaled).toList();
                        var words = new ArrayList<String>();
                        for (int n : numbers) {
                            words.add("n" + n);
                        }
                        var total = numbers.stream().mapToInt(n -> n).sum();
                        words.size() + evens.size() + total""".formatted(number), """
                        numbers = [3, 1, 4, 1, 5, 9, 2, 6]
                        factor = %d
                        scaled = lambda n: n * factor
                        evens = [scaled(n) for n in numbers if n %% 2 == 0]
                        words = []
                        for n in numbers:
                            words.append("n" + str(n))

                        total = sum(n for n in numbers)
                        len(words) + len(evens) + total""".formatted(number)));
    }
}
