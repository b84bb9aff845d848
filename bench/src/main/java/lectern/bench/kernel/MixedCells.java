package lectern.bench.kernel;

/// The cells of a long session: new variables, a variable that changes its type, methods and classes that are
/// written anew, and uses of them.
final class MixedCells {

    private static final int KINDS = 5;
    private static final int METHODS = 50;
    private static final int CLASSES = 20;

    private MixedCells() {}

    static Cell number(int number) {
        int turn = number / KINDS;
        return switch (number % KINDS) {
            case 0 -> new Cell("int v" + turn + " = " + number + ";", "v" + turn + " = " + number);
            case 1 -> changing(turn);
            case 2 -> method(turn % METHODS, number);
            case 3 -> type(turn % CLASSES, number);
            default -> use(turn);
        };
    }

    private static Cell changing(int turn) {
        return turn % 2 == 0
                ? new Cell("int changing = " + turn + ";", "changing = " + turn)
                : new Cell("String changing = \"" + turn + "\";", "changing = \"" + turn + "\"");
    }

    private static Cell method(int method, int number) {
        return new Cell(
                "int f" + method + "(int n) { return n + " + number + "; }",
                "def f" + method + "(n): return n + " + number);
    }

    private static Cell type(int type, int number) {
        String name = "R" + type;
        return new Cell(
                "record " + name + "(int a) { int sum() { return a + " + number + "; } }\nnew " + name + "(1).sum()",
                """
                class %s:
                    def __init__(self, a): self.a = a
                    def sum(self): return self.a + %d
                %s(1).sum()""".formatted(name, number, name));
    }

    private static Cell use(int turn) {
        String use = "v" + turn + " + f" + turn % METHODS + "(1)";
        return new Cell(use, use);
    }
}
