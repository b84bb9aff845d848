package lectern.kernel.eval.oracle;

import java.util.List;
import java.util.Set;

/// Makes statements that declare nothing at top level.
final class Statements {

    private final Dice dice;
    private final Scope scope;
    private final Expressions expressions;

    Statements(Dice dice, Scope scope, Expressions expressions) {
        this.dice = dice;
        this.scope = scope;
        this.expressions = expressions;
    }

    String any() {
        expressions.begin(_ -> true, List.of());
        return switch (dice.below(14)) {
            case 0, 1, 2 -> assignment();
            case 3, 4 -> print();
            case 5 -> "if (" + expressions.of("boolean", 2) + ") { " + print() + " } else " + print();
            case 6 -> loop();
            case 7 -> "for (int i = 0; i < 3; i++) { if (i == 1) continue; System.out.print(i); }";
            case 8 ->
                "try { " + (dice.once(2) ? print() : throwing())
                        + " } catch (RuntimeException x) { System.out.println(\"caught \" + x.getMessage()); }"
                        + dice.of("", " finally { " + print() + " }");
            case 9 ->
                "switch (" + expressions.of("int", 2) + " & 1) { case 0: " + print() + dice.of(" break;", "")
                        + " default: " + print() + " }";
            case 10 ->
                "{ record Local(int k) { int more() { return k + 1; } } System.out.println(new Local("
                        + expressions.of("int", 2) + ").more()); }";
            case 11 -> "{ " + blockLocal() + " }";
            case 12 -> "new ArrayList<>(List.of(1, 2)).forEach(k -> " + noSemicolon(assignment()) + ");";
            default -> expressions.of("String", 2) + ".length();";
        };
    }

    /// An expression to be shown.
    String value() {
        expressions.begin(_ -> true, List.of());
        var records = scope.types(Scope.Type::record);
        var type = records.isEmpty() || !dice.once(5)
                ? dice.of(Expressions.TYPES)
                : dice.of(records).name();
        return expressions.of(type, 4);
    }

    /// Something that ends in an exception, always or often.
    String throwing() {
        expressions.begin(_ -> true, List.of());
        var calls = scope.methods(Scope.Method::throwing);
        if (!calls.isEmpty() && dice.once(2)) {
            return expressions.call(dice.of(calls), 2) + ";";
        }
        var number = expressions.of("int", 1);
        return switch (dice.below(5)) {
            case 0 -> "Math.floorDiv(" + number + ", 0);";
            case 1 -> "throw new IllegalArgumentException(\"n\" + " + number + ");";
            case 2 -> "Integer.parseInt(\"x\" + " + number + ");";
            case 3 -> "new int[] {1, 2}[" + number + " | 8]++;";
            default -> "List.of(" + number + ").get(5).toString();";
        };
    }

    private String print() {
        return "System." + dice.of("out.println(", "out.print(", "out.println(", "err.println(")
                + expressions.of(dice.of("int", "String", "boolean", "List<Integer>"), 2) + ");";
    }

    private String loop() {
        var items = expressions.of("int[]", 1);
        expressions.begin(_ -> true, List.of(new Scope.Variable("each", "int", Set.of())));
        return "for (int each : " + items + ") { " + dice.of("", "if (each > 5) break; ") + assignment() + " }";
    }

    private String blockLocal() {
        var type = dice.of(Expressions.TYPES);
        var value = expressions.of(type, 2);
        expressions.begin(_ -> true, List.of(new Scope.Variable("inner", type, Set.of())));
        return type + " inner = " + value + "; " + assignment() + " " + print();
    }

    private String assignment() {
        var known = scope.variables(v -> true);
        if (known.isEmpty()) {
            return print();
        }
        var variable = dice.of(known);
        var name = variable.name();
        return switch (variable.type()) {
            case "int", "long", "double" ->
                name + dice.of(" = ", " += ", " -= ", " *= ")
                        + expressions.of(dice.once(2) ? "int" : variable.type(), 2) + ";";
            case "char", "Integer" ->
                dice.once(2) ? name + "++;" : name + " = " + expressions.of(variable.type(), 2) + ";";
            case "int[]" -> name + "[" + dice.of("0", name + ".length - 1") + "] += " + expressions.of("int", 2) + ";";
            default -> name + " = " + expressions.of(variable.type(), 2) + ";";
        };
    }

    private static String noSemicolon(String statement) {
        return statement.substring(0, statement.length() - 1);
    }
}
