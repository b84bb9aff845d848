package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Makes sessions by chance: the same seed, the same session.
///
/// What the engines are known to do differently is kept out of them: a cell is refused whole or right, nothing is
/// declared after what may throw, and objects of a class that is declared again are not asked for.
final class SessionGenerator {

    private static final List<String> WRONG = List.of(
            "missing + 1",
            "int bad = \"text\";",
            "String bad = 5;",
            "noMethod(3)",
            "new NoClass()",
            "boolean bad() { return 1; }",
            "int bad() { }",
            "class Bad { int f() { return \"x\"; } }",
            "int bad = ;",
            "for (int i = 0; i < 3",
            "if (true) { System.out.println(1);",
            "\"never closed",
            "{ int a = 1; int a = 2; }",
            "Runnable bad = () -> { Thread.sleep(1); };",
            "Math.max(1)",
            "final class Bad { } class Worse extends Bad { }",
            "\"a\" - 1",
            ") + 1",
            "int bad() { return 1; return 2; }",
            "5 = 6");

    private static final List<String> IMPORTS = List.of(
            "import java.math.BigInteger;",
            "import java.time.*;",
            "import static java.lang.Math.hypot;",
            "import java.util.concurrent.atomic.AtomicInteger;");

    private final long seed;
    private final Dice dice;
    private final Scope scope = new Scope();
    private final Expressions expressions;
    private final Declarations declarations;
    private final Statements statements;

    private SessionGenerator(long seed) {
        this.seed = seed;
        dice = new Dice(seed);
        expressions = new Expressions(dice, scope);
        declarations = new Declarations(dice, scope, expressions);
        statements = new Statements(dice, scope, expressions);
    }

    static Session session(long seed, int cells) {
        return new SessionGenerator(seed).session(cells);
    }

    private Session session(int count) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            cells.add(cell());
        }
        var probes = new ArrayList<String>();
        scope.variables(_ -> true).forEach(v -> probes.add(v.name()));
        scope.methods(m -> m.parameters().isEmpty() && !m.throwing()).forEach(m -> probes.add(m.name() + "()"));
        scope.types(_ -> true).forEach(t -> probes.add("new " + t.name() + (t.record() ? "(3, \"r\")" : "(4).get()")));
        return new Session(
                "seed " + seed, List.copyOf(cells), probes.stream().distinct().toList());
    }

    private String cell() {
        return switch (dice.below(20)) {
            case 0 -> dice.of(WRONG);
            case 1 -> scope.doubtful().isEmpty() ? statements.value() : dice.of(scope.doubtful());
            case 2 -> good(dice.below(3), false) + statements.throwing();
            case 3 -> dice.of("", "  ", "// nothing", "/* no\nthing */", ";", dice.of(IMPORTS));
            default -> good(1 + dice.below(4), true) + (dice.once(3) ? "" : statements.value());
        };
    }

    private String good(int statementCount, boolean declaring) {
        var cell = new StringBuilder();
        var taken = new HashSet<String>();
        expressions.beginCell();
        // Methods and classes first: what stands above them would already mean those of its own cell.
        for (int i = declaring ? dice.below(3) : 0; i > 0; i--) {
            add(
                    cell,
                    switch (dice.below(9)) {
                        case 0 -> declarations.waiting(taken);
                        case 1, 2, 3 -> declarations.type(taken);
                        default -> declarations.method(taken);
                    });
        }
        for (int i = 0; i < statementCount; i++) {
            add(
                    cell,
                    switch (declaring ? dice.below(8) : 7) {
                        case 0, 1, 2 -> declarations.variable(taken);
                        default -> statements.any();
                    });
        }
        return cell.toString();
    }

    private void add(StringBuilder cell, String statement) {
        cell.append(dice.of("", "", "", "", "// a remark; with { \n", "/* before */ ", "    "));
        cell.append(statement).append(dice.of("\n", "\n", "\n", " ", "\n\n"));
    }
}
